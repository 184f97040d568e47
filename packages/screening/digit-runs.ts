/** Numbers as people type them: with spaces, hyphens or dots between the digits, over cells of a row. */

export interface DigitRun {
  /** Digits only; a final X of an identity number included. */
  digits: string;
  /** Place of each digit in the line. */
  places: number[];
  /** For each digit what parts it from the one before: nothing, a separator, or the edge of a cell. */
  gaps: Gap[];
}
type Gap = 'none' | 'separator' | 'cell';

const separators = ' .·-\t';
const maxSeparators = 3;

/** By hand and not by a pattern: a line may be megabytes of digits. Runs of one digit are left out. */
export function digitRuns(line: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let run: DigitRun | undefined;
  let digits: string[] = [];
  let gap = 0;
  let overCell = false;
  const close = (): void => {
    if (run && digits.length > 1) runs.push({ ...run, digits: digits.join('') });
    run = undefined;
    digits = [];
  };
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!;
    if (isDigit(character) || (run && isCheckLetter(line, i, gap, digits.length))) {
      run ??= { digits: '', places: [], gaps: [] };
      run.gaps.push(overCell ? 'cell' : digits.length === 0 || gap > 0 ? 'separator' : 'none');
      digits.push(isDigit(character) ? character : 'X');
      run.places.push(i);
      gap = 0;
      overCell = false;
      if (!isDigit(character)) close();
    } else if (!run || !separators.includes(character) || ++gap > maxSeparators) {
      close();
      gap = 0;
      overCell = false;
    } else overCell ||= character === '\t';
  }
  close();
  return runs;
}

const isDigit = (character: string): boolean => character >= '0' && character <= '9';

/** X as the last character of an identity number, also as the letters and the sign that look like it. */
const isCheckLetter = (line: string, at: number, gap: number, before: number): boolean =>
  /[Xx×ХхΧχ]/.test(line[at]!) && gap <= 1 && before >= 17 && !/[A-Za-z0-9×*]/.test(line[at + 1] ?? '');

/** From the first to behind the last of `length` digits. */
export const spanOf = (
  { places }: DigitRun,
  first: number,
  length: number,
): { start: number; end: number } => ({ start: places[first]!, end: places[first + length - 1]! + 1 });

/** True when a piece begins at this digit, or the run ends before it. */
export const isEdge = ({ gaps, digits }: DigitRun, at: number): boolean =>
  at === 0 || at === digits.length || gaps[at] !== 'none';

/** Whether these digits may be one number: what is in pieces, or in cells, must begin and end with one. */
export function isWhole(run: DigitRun, at: number, length: number): boolean {
  let inner: Gap = 'none';
  for (let i = at + 1; i < at + length && inner !== 'cell'; i++)
    if (run.gaps[i] !== 'none') inner = run.gaps[i]!;
  if (inner === 'none') return true;
  if (inner === 'separator') return isEdge(run, at) && isEdge(run, at + length);
  const atCell = (i: number): boolean => i === 0 || i === run.digits.length || run.gaps[i] === 'cell';
  return atCell(at) && atCell(at + length);
}

export const overCells = (run: DigitRun, at: number, length: number): boolean =>
  run.gaps.slice(at + 1, at + length).includes('cell');
