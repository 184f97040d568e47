/** Compares what screening finds in the set with what stands in it. */
import { screen } from '@gongkai/screening/screen.ts';
import type { Finding, FindingKind } from '@gongkai/screening/types.ts';
import type { Label, LabelledDocument } from './page.ts';

export interface Score {
  /** Labelled, found, and told where nothing of the kind stands. */
  labelled: number;
  found: number;
  wrong: number;
}
export interface Result {
  kinds: Map<FindingKind, Score>;
  entities: number;
  decoys: number;
  /** For people: what was missed, and what was told wrongly. */
  faults: string[];
}

/** Neither a card nor an account is worse off for being called the other. */
const same = (a: FindingKind | undefined, b: FindingKind): boolean =>
  a === b || (a !== undefined && accounts.has(a) && accounts.has(b));
const accounts = new Set<FindingKind>(['bank-card', 'account-number']);

export function score(documents: readonly LabelledDocument[], today: string): Result {
  const result: Result = { kinds: new Map(), entities: 0, decoys: 0, faults: [] };
  for (const document of documents) {
    const findings = screen({ blocks: document.blocks, hidden: document.hidden, today });
    for (const label of document.labels) count(result, document, label, findings);
    for (const finding of findings)
      if (isWrong(finding, document)) {
        of(result, finding.kind).wrong++;
        result.faults.push(
          `${document.name}: told ${finding.severity} ${finding.kind} of ${describe(document, finding)}: ${finding.why}`,
        );
      }
  }
  return result;
}

function of({ kinds }: Result, kind: FindingKind): Score {
  const known = kinds.get(kind) ?? { labelled: 0, found: 0, wrong: 0 };
  kinds.set(kind, known);
  return known;
}

function count(result: Result, document: LabelledDocument, label: Label, findings: readonly Finding[]): void {
  if (label.kind === undefined) {
    result.decoys++;
    return;
  }
  result.entities++;
  const known = of(result, label.kind);
  known.labelled++;
  if (findings.some((f) => same(label.kind, f.kind) && (covers(f, label) || heads(f, label, document))))
    known.found++;
  else result.faults.push(`${document.name}: missed ${label.kind} ${label.text}`);
}

const whereOf = ({ place }: Finding): Label['where'] => (place.hidden === undefined ? 'text' : 'hidden');
const covers = (finding: Finding, label: Label): boolean =>
  finding.scope !== 'column' &&
  whereOf(finding) === label.where &&
  finding.place.line === label.line &&
  finding.place.start < label.end &&
  label.start < finding.place.end;

/** A find on the heading of a column is about every cell below it. */
function heads(finding: Finding, label: Label, { blocks }: LabelledDocument): boolean {
  if (finding.scope !== 'column' || label.where !== 'text') return false;
  const [heading, row] = [blocks[finding.place.line]!, blocks[label.line]!];
  const cell = row.text.slice(0, label.start).split('\t').length - 1;
  // Columns parted by spaces are not counted here.
  const below = row.cells === undefined || finding.place.cell === cell;
  return below && heading.table === row.table && finding.place.line < label.line;
}

/** Notes hold up nobody. A find is wrong where neither what it covers nor what it heads is of its kind. */
function isWrong(finding: Finding, document: LabelledDocument): boolean {
  if (finding.severity === 'note') return false;
  // The heading over what was found cell by cell, and over names of which there are but a few.
  if (finding.kind === 'sensitive-column')
    return !document.labels.some((l) => l.kind && heads(finding, l, document));
  if (finding.kind === 'person-list' || finding.kind === 'minor')
    return !document.labels.some((l) => l.kind !== undefined);
  return !document.labels.some(
    (l) => same(l.kind, finding.kind) && (covers(finding, l) || heads(finding, l, document)),
  );
}

const describe = ({ labels }: LabelledDocument, finding: Finding): string =>
  `${labels.find((l) => l.kind === undefined && covers(finding, l))?.what ?? 'something'} “${finding.match}”`;
