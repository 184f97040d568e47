/** The check on a redacted copy, by a way of reading of its own: raw parts and streams, no reader, no maker. */
import { leftIn, type Needles, needlesOf } from './absent.ts';
import { pdfStreams } from './pdf-streams.ts';
import { type View, viewsOf } from './views.ts';
import { zipParts } from './zip-parts.ts';

export type CopyType = 'txt' | 'docx' | 'xlsx' | 'pdf';

/**
 * Those of the removed texts that the file still holds anywhere: in any part or stream, in UTF-8, UTF-16 or
 * GB18030, escaped, spaced, or split over runs and cells. Throws `RedactionRefused` for a file that is built in a
 * way the maker of copies does not build.
 */
export function leaksIn(type: CopyType, bytes: Uint8Array, removed: readonly string[]): string[] {
  const views = partsOf(type, bytes).flatMap(viewsOf);
  const all = needlesOf(removed);
  const telling = needlesOf(removed.filter(isTelling));
  return [...new Set(views.flatMap((view) => leftIn(view.text, fitting(view, all, telling))))];
}

function partsOf(type: CopyType, bytes: Uint8Array): Uint8Array[] {
  if (type === 'txt') return [bytes];
  if (type === 'pdf') return [bytes, ...pdfStreams(bytes)];
  const parts = zipParts(bytes);
  return [Buffer.from(parts.map((p) => p.name).join('\n')), ...parts.map((p) => p.bytes)];
}

const fitting = ({ from, tellingOnly }: View, all: Needles, telling: Needles): Needles => {
  const needles = tellingOnly ? telling : all;
  if (from === 1) return needles;
  return needlesOf([...needles.texts].filter(([bare]) => bare.length >= from).map(([, text]) => text));
};

/** Not to be met by chance among sizes, colours and names in English. */
const isTelling = (text: string): boolean =>
  /[^\p{ASCII}\p{Cf}\s]{2}|@/u.test(text.normalize('NFKC')) || (text.match(/\p{Nd}/gu) ?? []).length >= 8;
