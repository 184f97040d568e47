/**
 * 附注: the mark stands on its own line below the date (GB/T 9704-2012, 7.3.6), or above the imprint, in it, at the
 * end, or in the facts above a web copy.
 */
import type { Attribute } from '@gongkai/domain/attribute.ts';
import type { MarkPosition } from '@gongkai/domain/particulars.ts';
import { markLine, offersOptions } from './disclosure-mark.ts';
import { pieces, place, type Line, type Place } from './line.ts';
import { organNames } from './organ-name.ts';
import type { Outline } from './outline.ts';
import type { Signature } from './signature.ts';
import { dateLine } from './written-date.ts';

export interface Mark extends Place<Attribute> {
  position: MarkPosition;
}

const belowDate = 4;
const aboveDate = 3;
const atTheEnd = 8;

/** All marks of the document, the one that counts first. */
export function findMarks(outline: Outline, { date, lastLine }: Signature): Mark[] {
  const { main, annexes, header, imprint, aboveImprint, card } = outline;
  const near = (l: Line): boolean =>
    lastLine !== undefined &&
    l.line > lastLine - aboveDate &&
    l.line <= lastLine + belowDate &&
    !startsAnother(l);
  const startsAnother = (l: Line): boolean => l.line > (date?.line ?? 0) && foreign.has(l.line);
  const foreign = belowOtherSignatures([...main, ...annexes], lastLine);
  const own = (lines: readonly Line[]): Line[] => lines.filter((l) => !foreign.has(l.line));
  const named = card.mark && (markLine(card.mark.value, true) ?? markLine(`公开属性：${card.mark.value}`));
  return [
    ...marksIn(main.filter(near), 'below-date', 'certain', true),
    ...marksIn(own(aboveImprint), 'above-imprint', 'certain', true),
    ...marksIn(imprint, 'imprint', 'certain', false),
    ...marksIn(own(main.slice(-atTheEnd)), 'end', 'likely', false),
    ...marksIn(header, 'head', 'likely', false),
    ...(named === undefined ? [] : [{ ...card.mark!, value: named, position: 'card' as const }]),
  ];
}

const marksIn = (
  lines: readonly Line[],
  position: MarkPosition,
  certainty: Place<Attribute>['certainty'],
  bare: boolean,
): Mark[] =>
  lines.flatMap((line) => {
    const value =
      markLine(line.text, bare) ??
      (offersOptions(line.text) ? [] : pieces(line.text))
        .map((piece) => markLine(piece))
        .find((found) => found !== undefined);
    return value === undefined ? [] : [{ ...place(value, line, certainty), position }];
  });

/** Lines below the signature of a document that this one forwards or encloses: its mark is its own. */
function belowOtherSignatures(lines: readonly Line[], lastLine: number | undefined): Set<number> {
  const foreign = new Set<number>();
  if (lastLine === undefined) return foreign;
  for (const [i, line] of lines.entries()) {
    if (line.line <= lastLine + 1) continue;
    const dated = line.text.length < 80 ? dateLine(line.text) : undefined;
    const signed = dated && (dated.before !== '' || organNames(lines[i - 1]?.text ?? '').length > 0);
    if (signed) for (const below of lines.slice(i + 1, i + 1 + belowDate)) foreign.add(below.line);
  }
  return foreign;
}
