/** Finds that stand in other lines than the one at hand, on the heading of a column above all. */
import type { Row } from './tables.ts';
import type { FindingKind, Hit, Severity } from './types.ts';

export interface Placed {
  line: number;
  hit: Hit;
}

export function onHeading(row: Row, cell: number, kind: FindingKind, severity: Severity, why: string): Hit {
  return { kind, severity, ...row.cells[cell]!, why, scope: 'column' };
}
