/** Word 97 to 2003 (.doc), also as WPS writes it under the name .wps (MS-DOC). */
import { withoutRepeats } from './blocks.ts';
import { lines, oneLine } from './clean.ts';
import { openDoc } from './doc-file.ts';
import { characterRuns, paragraphRuns } from './doc-properties.ts';
import { type DocText, readStory, type StoryWalk } from './doc-story.ts';
import { type Destination, numberTables } from './flow.ts';
import { readObjects } from './ole-objects.ts';
import { openCompound } from './ole.ts';
import { summaryOf } from './property-set.ts';
import type { Content, Hidden, Reading } from './types.ts';

const [headerEnds, commentAuthors, revisionAuthors] = [0xf2, 0x1ba, 0x232];

/** Throws Refusal. */
export async function readDoc(bytes: Uint8Array, reading: Reading): Promise<Content> {
  const compound = openCompound(bytes);
  const file = openDoc(compound);
  const doc: DocText = { ...file, characters: characterRuns(file), paragraphs: paragraphRuns(file) };
  const { headers, footers } = printedStories(doc);
  const walks = [
    ...headers,
    readStory(doc, doc.range.body, {}),
    readStory(doc, doc.range.footnotes, { part: 'note' }),
    readStory(doc, doc.range.endnotes, { part: 'note' }),
    readStory(doc, doc.range.boxes, { part: 'box' }),
    readStory(doc, doc.range.headerBoxes, { part: 'box' }),
    ...footers,
    readStory(doc, doc.range.comments, { hidden: 'comment', place: '批注' }),
  ];
  const flows = walks.map((walk) => walk.flow);
  const inside = await readObjects(compound, reading);
  const pictures = walks.reduce((sum, walk) => sum + walk.pictures, 0);
  return {
    ...inside,
    blocks: withoutRepeats(numberTables(flows.flatMap((flow) => flow.blocks))),
    hidden: [
      ...flows
        .flatMap((flow) => flow.hidden)
        .filter(({ kind, text }) => kind !== 'field' || telling.test(text)),
      ...authors(doc),
      ...summaryOf(compound),
      ...inside.hidden,
    ],
    pictures: [...(pictures > 0 ? [{ place: '正文', count: pictures }] : []), ...inside.pictures],
  };
}

/** Field codes are mostly PAGE and TOC; only those that could carry a name or a number count. */
const telling = /\p{Script=Han}|\d{6}/u;

/** MS-DOC 2.3.3: six separators of notes, then for each section six headers and footers. */
function printedStories(doc: DocText): { headers: StoryWalk[]; footers: StoryWalk[] } {
  const ends = doc.table(headerEnds);
  const start = doc.range.headers[0];
  const [headers, footers]: [StoryWalk[], StoryWalk[]] = [[], []];
  for (let i = 6; (i + 2) * 4 <= ends.length; i++) {
    const range = [start + ends.readUInt32LE(i * 4), start + ends.readUInt32LE((i + 1) * 4)] as const;
    const isHeader = [0, 1, 4].includes(i % 6);
    const destination: Destination = { part: isHeader ? 'header' : 'footer' };
    (isHeader ? headers : footers).push(readStory(doc, range, destination));
  }
  return { headers, footers };
}

function authors(doc: DocText): Hidden[] {
  const names = new Set([
    ...lengthPrefixed(doc.table(commentAuthors), 0),
    ...lengthPrefixed(doc.table(revisionAuthors), 6),
  ]);
  return [...names]
    .map(oneLine)
    .filter((name) => name !== '' && name !== 'Unknown')
    .map((text) => ({ kind: 'property', text, place: '批注和修订的作者' }));
}

/** Texts of two bytes a character, the number of characters before each. */
function lengthPrefixed(list: Buffer, from: number): string[] {
  const texts: string[] = [];
  for (let at = from; at + 2 <= list.length;) {
    const end = at + 2 + list.readUInt16LE(at) * 2;
    texts.push(...lines(list.subarray(at + 2, end).toString('utf16le')));
    at = end;
  }
  return texts;
}
