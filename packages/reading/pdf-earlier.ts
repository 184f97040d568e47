/** Earlier saves of a file: editors append what changed (ISO 32000-1, 7.5.6), and what was removed stays readable. */
import { compact, lines } from './clean.ts';
import { readAnnotations, withForm } from './pdf-annotations.ts';
import { readCharacters } from './pdf-characters.ts';
import { linesOf, textOfLine } from './page-lines.ts';
import { pieceOf } from './page-text.ts';
import { type Pdfium, withDocument, withMemory, withPage } from './pdfium.ts';
import { assertInTime, Refusal } from './refusal.ts';

/** Of the latest ones. */
const maxSaves = 8;
const maxPages = 500;

/** What each earlier save said that `now` (all texts of the file, joined) no longer says. */
export function earlierTexts(
  pdfium: Pdfium,
  file: number,
  bytes: Uint8Array,
  now: string,
  deadline: number,
): { texts: string[]; unread: number } {
  const ends = saveEnds(pdfium, file, bytes);
  const known = compact(now);
  const gone = new Set<string>();
  for (const end of ends.slice(-maxSaves))
    for (const text of textsOfSave(pdfium, bytes.subarray(0, end), deadline))
      if (/[\p{L}\p{N}]/u.test(text) && !known.includes(compact(text))) gone.add(text);
  return { texts: [...gone], unread: Math.max(0, ends.length - maxSaves) };
}

function saveEnds(pdfium: Pdfium, file: number, bytes: Uint8Array): number[] {
  const count = pdfium.FPDF_GetTrailerEnds(file, 0, 0);
  const ends = withMemory(pdfium, count * 4, (at) => {
    pdfium.FPDF_GetTrailerEnds(file, at, count);
    return Array.from({ length: count }, (_, i) => pdfium.memory.getValue(at + i * 4, 'i32'));
  });
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  // The first trailer of a file that is ordered for the web belongs to the same save.
  const first = head.includes('/Linearized') ? 1 : 0;
  return ends.slice(first, -1);
}

function textsOfSave(pdfium: Pdfium, bytes: Uint8Array, deadline: number): string[] {
  try {
    return withDocument(pdfium, bytes, (file) =>
      withForm(pdfium, file, (form) => {
        const count = Math.min(pdfium.FPDF_GetPageCount(file), maxPages);
        return Array.from({ length: count }, (_, i) => {
          assertInTime(deadline);
          return withPage(pdfium, file, i, (page) => textsOfPage(pdfium, page, form)) ?? [];
        }).flat();
      }),
    );
  } catch (error) {
    // Cut off there it is no file: nothing was saved at that place.
    if (error instanceof Refusal && error.code === 'damaged') return [];
    throw error;
  }
}

const textsOfPage = (pdfium: Pdfium, page: number, form: number): string[] => [
  ...linesOf(readCharacters(pdfium, page).map(pieceOf)).flatMap((line) => lines(textOfLine(line))),
  ...readAnnotations(pdfium, page, form, 1).map(({ text }) => text),
];
