/** Mutations of packages: their entries, and the XML in them. */
import { openZip } from '@gongkai/reading/zip.ts';
import { makeZip, type ZipEntry } from '../fixtures/zip.ts';
import { byteMutations, type Mutation } from './mutate-bytes.ts';
import { textMutations } from './mutate-text.ts';
import type { Random } from './random.ts';

const names = [
  '../../etc/passwd',
  '/absolute',
  'C:\\windows',
  'a/'.repeat(500),
  '',
  '\u0000',
  'word/document.xml',
  '名'.repeat(300),
];

const entriesOf = (bytes: Buffer): ZipEntry[] => {
  const zip = openZip(bytes);
  return zip.names.map((name) => ({ name, content: Buffer.from(zip.read(name)!) }));
};

type EntryMutation = (entries: ZipEntry[], random: Random, other: Buffer) => ZipEntry[];

const changed = (entries: ZipEntry[], random: Random, change: (content: Buffer) => Buffer): ZipEntry[] => {
  const at = random.below(entries.length);
  return entries.map((entry, i) =>
    i === at ? { ...entry, content: change(Buffer.from(entry.content as Uint8Array)) } : entry,
  );
};

const entryMutations: Record<string, EntryMutation> = {
  'entries swapped': (entries, random) => {
    const [a, b] = [random.below(entries.length), random.below(entries.length)];
    return entries.map((e, i) =>
      i === a ? { ...e, name: entries[b]!.name } : i === b ? { ...e, name: entries[a]!.name } : e,
    );
  },
  'entry lost': (entries, random) => entries.toSpliced(random.below(entries.length), 1),
  'entry renamed': (entries, random) =>
    entries.toSpliced(random.below(entries.length), 1, { ...random.pick(entries), name: random.pick(names) }),
  'entry twice': (entries, random) => [...entries, random.pick(entries)],
  'many entries': (entries, random) => [
    ...entries,
    ...Array.from({ length: 50 + random.below(2_000) }, (_, i) => ({ name: `x/${i}.xml`, content: '<a/>' })),
  ],
  'size lied': (entries, random) =>
    entries.toSpliced(random.below(entries.length), 1, {
      ...random.pick(entries),
      statedSize: random.pick([0, 1, 0xffff_ffff, 0x7fff_ffff]),
    }),
  'flag set': (entries, random) =>
    entries.toSpliced(random.below(entries.length), 1, {
      ...random.pick(entries),
      flags: random.pick([1, 8, 0x800, 0xffff]),
    }),
  'bytes in an entry': (entries, random, other) =>
    changed(entries, random, (content) =>
      content.length < 8 ? content : random.pick(Object.values(byteMutations))(content, random, other),
    ),
  'markup in an entry': (entries, random) =>
    changed(entries, random, (content) =>
      Buffer.from(random.pick(Object.values(textMutations))(content.toString(), random)),
    ),
};

export const zipMutations: Record<string, Mutation> = Object.fromEntries(
  Object.entries(entryMutations).map(([name, mutate]) => [
    name,
    (bytes, random, other) => Buffer.from(makeZip(mutate(entriesOf(bytes), random, other))),
  ]),
);
