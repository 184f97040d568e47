/** What reviewers decided to take out of the public copy, as short texts that documents and tasks carry. */

export type Cut =
  /** `f1`, `*f1`: a finding of the screening. */
  | { what: 'finding'; id: string; masked: boolean }
  /** `=文本`: these words, wherever they stand. */
  | { what: 'text'; text: string }
  /** `#0.12.3`, `*#0.12.3`: file, number of the heading row among the file's blocks, column (all from 0). */
  | { what: 'column'; slot: number; line: number; column: number; masked: boolean }
  /** `@0.2.100.200.350.240`: file, page (from 1); left, top, right, bottom in thousandths of the page. */
  | { what: 'box'; slot: number; page: number; left: number; top: number; right: number; bottom: number };

const column = /^(\*?)#(\d{1,3})\.(\d{1,6})\.(\d{1,5})$/;
const box = /^@(\d{1,3})\.(\d{1,4})\.(\d{1,4})\.(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/;
const finding = /^(\*?)(f\d{1,7})$/;
const whole = 1000;

/** Undefined for what is none of these. */
export function parseCut(text: string): Cut | undefined {
  if (text.startsWith('=')) return { what: 'text', text: text.slice(1) };
  const found = finding.exec(text);
  if (found) return { what: 'finding', id: found[2]!, masked: found[1] === '*' };
  const place = column.exec(text);
  if (place) {
    const [slot, line, number] = place.slice(2).map(Number) as [number, number, number];
    return { what: 'column', slot, line, column: number, masked: place[1] === '*' };
  }
  const numbers = box.exec(text)?.slice(1).map(Number);
  if (!numbers) return undefined;
  const [slot, page, left, top, right, bottom] = numbers as [number, number, number, number, number, number];
  if (page < 1 || left >= right || top >= bottom || right > whole || bottom > whole) return undefined;
  return { what: 'box', slot, page, left, top, right, bottom };
}

/** Cut or masked, it is the same thing that was decided about: the later decision stands. */
export const targetOf = (cut: string): string => cut.replace(/^\*/, '');

/** `later` decides anew about what is in both, and about what was since found harmless. */
export function mergeCuts(
  earlier: readonly string[],
  later: readonly string[],
  dismissed: readonly string[] = [],
): string[] {
  const again = new Set([...later.map(targetOf), ...dismissed]);
  return [...earlier.filter((cut) => !again.has(targetOf(cut))), ...new Set(later)];
}
