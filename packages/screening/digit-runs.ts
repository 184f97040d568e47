/** Numbers as people type them: with spaces, hyphens or dots between the digits, over cells of a row. */

export interface DigitRun {
  /** Digits only; a final X of an identity number included. */
  digits: string;
  /** Place of each digit in the line. */
  places: number[];
  /** Which of the digits begin a piece: the first, and each after a separator. */
  starts: Set<number>;
}

const run = /\d(?:[ .·\-\t]{0,3}\d)+(?:[ -]?[Xx](?![A-Za-z]))?/g;

export function digitRuns(line: string): DigitRun[] {
  return Array.from(line.matchAll(run), (found) => {
    const result: DigitRun = { digits: '', places: [], starts: new Set() };
    let separated = true;
    for (let i = 0; i < found[0].length; i++) {
      const character = found[0][i]!;
      if (/[\dXx]/.test(character)) {
        if (separated) result.starts.add(result.digits.length);
        result.digits += character.toUpperCase();
        result.places.push(found.index + i);
      }
      separated = !/[\dXx]/.test(character);
    }
    return result;
  });
}

/** From the first to behind the last of `length` digits. */
export const spanOf = (
  { places }: DigitRun,
  first: number,
  length: number,
): { start: number; end: number } => ({ start: places[first]!, end: places[first + length - 1]! + 1 });

/** True when a piece begins at this digit, or the run ends before it. */
export const isEdge = ({ starts, digits }: DigitRun, at: number): boolean =>
  starts.has(at) || at === digits.length;
