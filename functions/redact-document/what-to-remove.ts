/** From what people decided to what is taken out: texts wherever they stand, cells of columns, boxes of pages. */
import { parseCut, targetOf } from '@gongkai/domain/cut.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Settings } from '@gongkai/domain/settings.ts';
import { masked, patternFor } from '@gongkai/redaction/mask.ts';
import { type CellRemoval, cutBlock, type Removal, type TextRemoval } from '@gongkai/redaction/removal.ts';
import type { Finding } from '../shared/findings-file.ts';
import type { TextFile } from '../shared/text-file.ts';

export interface WhatToRemove {
  /** By the slot of the file. Texts are the same for all: what one file hides another must not tell. */
  of: (file: TextFile) => Removal;
  /** How many decisions of each kind of finding; `text`, `column` and `box` are what reviewers added. */
  kinds: Record<string, number>;
}

/** Findings on the heading of a column speak of the cells below it. */
const columnKinds = new Set(['sensitive-column', 'person-list']);
export const isColumn = (finding: Pick<Finding, 'kind' | 'scope'>): boolean =>
  finding.scope === 'column' || columnKinds.has(finding.kind);

/** The column in which `start`, an offset of the heading row, stands; or its number. */
type Column = { slot: number; line: number; masked: boolean } & ({ start: number } | { column: number });
type Decisions = Pick<GovDocument, 'cuts' | 'dismissed'>;

/** What reviewers chose, and every blocking finding nobody dismissed: forgetting a tick publishes nothing. */
export function whatToRemove(
  document: Decisions,
  findings: readonly Finding[],
  { masks }: Pick<Settings, 'masks'>,
): WhatToRemove {
  const chosen = new Map(document.cuts.map((cut) => [targetOf(cut), cut]));
  const dismissed = new Set(document.dismissed.map((d) => d.finding));
  const decided = findings.filter(
    (f) => chosen.has(f.id) || (f.severity === 'block' && !dismissed.has(f.id)),
  );
  const cuts = document.cuts.map(parseCut).filter((cut) => cut !== undefined);
  const asMask = (f: Finding): boolean => chosen.get(f.id)?.startsWith('*') === true;

  const found = decided
    .filter((f) => !isColumn(f))
    .map((f): TextRemoval => ({ text: f.match, put: asMask(f) ? masked(f.match, masks[f.kind]) : cutBlock }));
  const literal = cuts
    .filter((cut) => cut.what === 'text')
    .map(({ text }): TextRemoval => ({ text, put: cutBlock }));
  const columns: Column[] = [
    ...decided
      .filter((f) => isColumn(f) && f.hidden === undefined)
      .map((f) => ({ slot: f.slot, line: f.line, start: f.start, masked: asMask(f) })),
    ...cuts.filter((cut) => cut.what === 'column'),
  ];
  const boxes = cuts.filter((cut) => cut.what === 'box');
  return {
    of: (file) => ({
      texts: [...found, ...literal].filter(({ text }) => text.trim() !== ''),
      cells: columns.filter((c) => c.slot === file.slot).flatMap((c) => cellsBelow(file.blocks, c)),
      boxes: boxes
        .filter((b) => b.slot === file.slot)
        .map(({ page, left, top, right, bottom }) => ({
          page,
          left: left / 1000,
          top: top / 1000,
          right: right / 1000,
          bottom: bottom / 1000,
        })),
    }),
    kinds: countBy([
      ...decided.map((f) => f.kind),
      ...cuts.map((c) => c.what).filter((w) => w !== 'finding'),
    ]),
  };
}

function cellsBelow(blocks: TextFile['blocks'], place: Column): CellRemoval[] {
  const heading = blocks[place.line];
  if (!heading) return [];
  const at = 'column' in place ? place.column : heading.text.slice(0, place.start).split('\t').length - 1;
  const pattern = place.masked ? patternFor(cellsOf(heading)[at] ?? '') : undefined;
  const cells: CellRemoval[] = [];
  for (let i = place.line + 1; blocks[i]?.kind === 'row' && blocks[i]!.table === heading.table; i++) {
    const row = cellsOf(blocks[i]!);
    const cell = row[at] ?? '';
    if (cell.trim() !== '') cells.push({ row, column: at, put: masked(cell, pattern) });
  }
  return cells;
}

const cellsOf = ({ text, cells }: TextFile['blocks'][number]): string[] => cells ?? text.split('\t');

function countBy(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
