/**
 * The least that a posted list tells: who, and from which village or community. Lists in which children stand or may
 * stand tell neither by themselves (个人信息保护法 art. 28).
 */
import { mayListMinors } from './minors.ts';
import { saysNothing } from './labels.ts';
import { cellText, type Table } from './tables.ts';
import type { FindingKind } from './types.ts';

/** `column`: the one that the find is about. */
export function isLeast(kind: FindingKind, table: Table, column: number, today: string): boolean {
  if (kind !== 'person-list' && kind !== 'address') return false;
  if (mayListMinors(table, today)) return false;
  return kind === 'person-list' || endsAtVillage(table, column);
}

const endsAtVillage = (table: Table, column: number): boolean =>
  table.rows
    .filter((row) => !row.heads)
    .map((row) => cellText(row, column).trim())
    .every((value) => saysNothing(value) || (village.test(value) && !below.test(value)));

const village = /^[\p{Script=Han}、()]{2,30}(?:县|区|乡|镇|街道|村|社区|[村居]委会|[村居]民委员会)$/u;
const below = /[号栋幢室组]|单元|小区|自然村/;
