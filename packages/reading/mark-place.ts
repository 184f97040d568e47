/** 附注: the mark stands on its own line below the date (GB/T 9704-2012, 7.3.6), or above the imprint. */
import type { Attribute } from '@gongkai/domain/attribute.ts';
import { markLine } from './disclosure-mark.ts';
import type { Line, Outline } from './outline.ts';
import type { Place } from './signature.ts';

const belowDate = 4;
const atTheEnd = 8;

export function findMark(
  { main, aboveImprint }: Outline,
  dateAt: number | undefined,
): { mark: Place<Attribute> | undefined; contradicted: boolean } {
  const below =
    dateAt === undefined ? [] : main.filter((l) => l.line > dateAt && l.line <= dateAt + belowDate);
  const marks = [
    ...marksIn(below, 'certain', true),
    ...marksIn(aboveImprint, 'certain', true),
    ...marksIn(main.slice(-atTheEnd), 'likely', false),
  ];
  return { mark: marks[0], contradicted: marks.some((m) => m.value !== marks[0]!.value) };
}

const marksIn = (
  lines: readonly Line[],
  certainty: Place<Attribute>['certainty'],
  bare: boolean,
): Place<Attribute>[] =>
  lines.flatMap(({ text, line }) => {
    const value = markLine(text, bare);
    return value === undefined ? [] : [{ value, where: text, line, certainty }];
  });
