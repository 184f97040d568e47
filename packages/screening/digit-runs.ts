/** Numbers as people type them: with spaces, hyphens or dots between the digits, over cells of a row. */

export interface DigitRun {
  /** Digits only; a final X of an identity number included. */
  digits: string;
  /** Place of each digit in the line. */
  places: number[];
  /** For each digit whether it begins a piece: the first does, and each after a separator. */
  starts: boolean[];
}

const separators = ' .·-\t';
const maxSeparators = 3;

/** By hand and not by a pattern: a line may be megabytes of digits. Runs of one digit are left out. */
export function digitRuns(line: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let run: DigitRun | undefined;
  let digits: string[] = [];
  let gap = 0;
  const close = (): void => {
    if (run && digits.length > 1) runs.push({ ...run, digits: digits.join('') });
    run = undefined;
    digits = [];
  };
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!;
    if (isDigit(character) || (run && isCheckLetter(line, i, gap))) {
      run ??= { digits: '', places: [], starts: [] };
      run.starts.push(digits.length === 0 || gap > 0);
      digits.push(character.toUpperCase());
      run.places.push(i);
      gap = 0;
      if (!isDigit(character)) close();
    } else if (!run || !separators.includes(character) || ++gap > maxSeparators) {
      close();
      gap = 0;
    }
  }
  close();
  return runs;
}

const isDigit = (character: string): boolean => character >= '0' && character <= '9';

/** X as the last character of an identity number, and not the beginning of a word. */
const isCheckLetter = (line: string, at: number, gap: number): boolean =>
  /[Xx]/.test(line[at]!) && gap <= 1 && !/[A-Za-z]/.test(line[at + 1] ?? '');

/** From the first to behind the last of `length` digits. */
export const spanOf = (
  { places }: DigitRun,
  first: number,
  length: number,
): { start: number; end: number } => ({ start: places[first]!, end: places[first + length - 1]! + 1 });

/** True when a piece begins at this digit, or the run ends before it. */
export const isEdge = ({ starts, digits }: DigitRun, at: number): boolean =>
  starts[at] === true || at === digits.length;
