/**
 * Reads every file of an upload. Only what carries no secrecy mark leaves the inbox: originals go to the records
 * under their content hash, the text beside them, and the inbox copy is deleted.
 */
import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { Contradiction } from '@gongkai/domain/contradiction.ts';
import { inboxKey } from '@gongkai/events/upload.ts';
import { publicationInput, type readOutput } from '@gongkai/events/workflow.ts';
import {
  cleanTitle,
  type DocumentFile,
  type GovDocument,
  type Metadata,
  noteDocument,
} from '@gongkai/domain/document.ts';
import { maxFileBytes } from '@gongkai/domain/uploads.ts';
import { system } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { readDocument } from '@gongkai/reading/read-document.ts';
import { contradictionsOf } from '@gongkai/reading/metadata/contradictions.ts';
import type { ReadResult } from '@gongkai/reading/types.ts';
import { originalKey } from '../shared/kept-by-content.ts';
import { saveText } from '../shared/text-file.ts';
import { documentOf } from '../shared/step.ts';
import { documents } from '../shared/stores.ts';

type Output = z.infer<typeof readOutput>;
type Read = Extract<ReadResult, { ok: true }>;
interface Arrived {
  file: DocumentFile;
  bytes: Uint8Array;
  sha256: string;
}

/** Milliseconds over all files of a document; a page takes two seconds. What is beyond is named: a person looks. */
const timeForPictures = 120_000;

export const createReadDocument =
  (deps: Pick<Deps, 'table' | 'files' | 'clock'>, read = readDocument) =>
  async (event: unknown): Promise<Output> => {
    const step = publicationInput.parse(event);
    const document = await documentOf(deps, step);
    if (document.contentHash !== undefined) return { outcome: 'read' };

    const arrived = await fetchFiles(deps, document);
    const until = performance.now() + timeForPictures;
    const results: Read[] = [];
    const complaints: string[] = [];
    for (const { file, bytes } of arrived) {
      const ocr = { pictures: 40, timeoutMs: Math.max(0, until - performance.now()) };
      const result = await read(bytes, { maxBytes: maxFileBytes, name: file.name, ocr });
      if (!result.ok) complaints.push(`《${file.name}》：${result.message}`);
      else if (result.secrecy) return { outcome: 'secret', reason: result.secrecy.reason };
      else results.push(result);
    }
    if (complaints.length > 0) return { outcome: 'unreadable', reason: complaints.join('\n') };

    await keep(deps, document, arrived, results);
    await Promise.all(
      document.files.map((f) => deps.files.delete('inbox', inboxKey(step.documentId, step.revision, f.slot))),
    );
    return { outcome: 'read' };
  };

async function fetchFiles({ files }: Pick<Deps, 'files'>, document: GovDocument): Promise<Arrived[]> {
  return Promise.all(
    document.files.map(async (file) => {
      const stored = await files.get('inbox', inboxKey(document.id, document.revision, file.slot));
      const bytes = stored?.body ?? new Uint8Array();
      return { file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
}

async function keep(
  deps: Pick<Deps, 'table' | 'files' | 'clock'>,
  document: GovDocument,
  arrived: readonly Arrived[],
  results: readonly Read[],
): Promise<void> {
  await Promise.all(
    arrived.map(({ bytes, sha256 }) =>
      deps.files.put('records', originalKey(sha256), bytes, { contentType: 'application/octet-stream' }),
    ),
  );
  const main = results[0]!;
  // What was declared is compared when the attribute is classified.
  const contradictions = contradictionsOf(main, {
    today: localDate(deps.clock.now()),
    handedIn: arrived.slice(1).map(({ file }) => file.name),
  });
  await saveText(deps.files, document.id, document.revision, {
    files: results.map((r, i) => ({
      slot: arrived[i]!.file.slot,
      name: arrived[i]!.file.name,
      type: r.type,
      blocks: r.blocks,
      hidden: r.hidden,
      pictures: r.pictures,
      scanned: r.scanned ?? false,
    })),
    found: main.found,
    particulars: main.particulars,
    problems: results.flatMap((read, i) =>
      i === 0 ? problemsOf(read, contradictions) : problemsOfAnnex(read, arrived[i]!.file.name),
    ),
  });
  const files = arrived.map(({ file, bytes, sha256 }, i) => ({
    ...file,
    size: bytes.byteLength,
    sha256,
    type: results[i]!.type,
  }));
  const title = document.title === '' ? titleFrom(main, files[0]!.name) : document.title;
  await documents(deps.table).update(document.id, (d) =>
    d.contentHash === undefined && d.revision === document.revision
      ? noteDocument(
          d,
          { at: deps.clock.now().toISOString(), actor: system, action: 'read' },
          { files, title, metadata: kept(main), contradictions, contentHash: contentHash(files) },
        )
      : d,
  );
}

/** What later steps use of it, with the five the reader promises. */
const kept = ({
  metadata,
  particulars: { kind, addressees, subjects, effect, keywords },
}: Read): Metadata => ({
  ...metadata,
  ...effect?.value,
  ...(subjects[0] ? { subjectClass: subjects[0].name } : {}),
  ...(keywords ? { keywords: keywords.value } : {}),
  ...(kind ? { kind: kind.value } : {}),
  ...(addressees ? { addressees: addressees.value } : {}),
});

/** Contradictions are shown on their own. */
const problemsOf = ({ problems }: Read, contradictions: readonly Contradiction[]): string[] =>
  problems.filter((problem) => !contradictions.some((c) => c.sentence === problem));

/** Those of reading only, under its name: an annex has neither number nor signature, and need not. */
const problemsOfAnnex = ({ problems, doubts }: Read, name: string): string[] =>
  problems.filter((problem) => !doubts.includes(problem)).map((problem) => `《${name}》：${problem}`);

function titleFrom(main: Read, fileName: string): string {
  const found = main.metadata.title ?? '';
  return cleanTitle((found === '' ? fileName.replace(/\.[a-z]{2,5}$/i, '') : found).slice(0, 300));
}

/** What approvals are bound to: any changed byte of any file makes another hash. */
const contentHash = (files: readonly DocumentFile[]): string =>
  createHash('sha256')
    .update(JSON.stringify(files.map((f) => [f.slot, f.sha256])))
    .digest('hex');
