/** 主送机关: between title and text, wrapped over lines, the last one ending in a colon. */
import { compact } from '../clean.ts';
import { addresseeEnd, addresseesIn, isAddresseeList } from './addressee-line.ts';
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
  for (let first = 0; first <= last; first++) {
    const used = lines.slice(first, last + 1);
    const text = used.map((l) => l.text.trim()).join('');
    const colon = addresseeEnd(text);
    if (colon !== undefined) return placeOver(addresseesIn(text.slice(0, colon)), used);
  }
  // The colon is forgotten: a line of bodies right above the first sentence.
  const above = lines[last - 1];
  const forgotten = above && isAddresseeList(above.text) && /^各|[,，、]/.test(compact(above.text));
  return forgotten ? placeOver(addresseesIn(above.text), [above], 'likely') : undefined;
}
