/** 主送机关: between title and text, wrapped over lines, the last one ending in a colon. */
import { compact } from '../clean.ts';
import { addresseeEnd, addresseesIn, isAddresseeList, isOnePerson } from './addressee-line.ts';
import { documentNumberLine } from './document-number.ts';
import { type Line, type Place, placeOver } from './line.ts';
import { dateLine } from './written-date.ts';

const maxLines = 10;

/** `below`: index in the file of the first line below the title. */
export function findAddressees(main: readonly Line[], below: number): Place<string[]> | undefined {
  const lines = main
    .filter(
      (l) => l.line >= below && documentNumberLine(l.text) === undefined && dateLine(l.text) === undefined,
    )
    .slice(0, maxLines);
  const last = lines.findIndex((l) => /[:：]/.test(l.text) || /[。；]/.test(l.text));
  if (last < 0) return undefined;
  let text = lines[last]!.text.trim();
  let first = last;
  while (first > 0 && goesOn(lines[first - 1]!.text, text)) text = lines[--first]!.text.trim() + text;
  const colon = addresseeEnd(text) ?? (last === 0 && isOnePerson(text) ? text.length - 1 : undefined);
  if (colon !== undefined) return placeOver(addresseesIn(text.slice(0, colon)), lines.slice(first, last + 1));
  // The colon is forgotten: a line of bodies right above the first sentence.
  const above = lines[last - 1];
  const forgotten =
    above && isAddresseeList(above.text) && /^(?:各|县|市|区|有关)[^\d]+$/.test(compact(above.text));
  return forgotten ? placeOver(addresseesIn(above.text), [above], 'likely') : undefined;
}

/** A list that wraps: its line ends in a comma, or breaks a name in two. */
const goesOn = (above: string, text: string): boolean =>
  addresseeEnd(above.trim() + text) !== undefined &&
  (/[,，、]/.test(above) || /^\s*(?:各|县|市|区)/.test(above)) &&
  !/[。；]/.test(above);
