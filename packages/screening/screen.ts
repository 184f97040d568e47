/** Screens a text for what must not go out: personal data, account numbers, internal papers. Pure. */
import type { Secrecy } from '@gongkai/reading/types.ts';
import { findBankCards } from './bank-card.ts';
import { findColumns, headingAt, listFrom, type TableRow, tables } from './columns.ts';
import { findContacts } from './contact.ts';
import { excerptOf } from './excerpt.ts';
import { findIdentityNumbers } from './identity-number.ts';
import { plain } from './normal.ts';
import { findPhrases } from './phrases.ts';
import { rules } from './rules.ts';
import type { Finding, Hit, Line } from './types.ts';

type Find = Omit<Finding, 'id'>;

export interface ScreenInput {
  blocks?: readonly Line[];
  /** Instead of blocks; lines with tabs are rows. */
  text?: string;
  hidden?: readonly { kind: string; text: string; place: string }[];
  fileName?: string;
}

/** These say what they found without telling anything about a person. */
const readable = new Set<Hit['kind']>(['sensitive-column', 'person-list', 'internal-phrase', 'secrecy-mark']);
/** How much text before a number can say what it is. */
const reach = 24;

/** Findings in the order of the text: blocks, then hidden texts, then the file name. */
export function screen(input: ScreenInput): Finding[] {
  return finds(input).map((found, i) => Object.assign(found, { id: `f${i + 1}` }));
}

function finds(input: ScreenInput): Find[] {
  const lines = input.blocks ?? linesOf(input.text ?? '');
  return [
    ...screenLines(lines),
    ...(input.hidden ?? []).flatMap(({ text, place }, line) =>
      hitsOf({ text, kind: 'paragraph' }, undefined).map((hit) => toFinding(text, line, hit, place)),
    ),
    ...(input.fileName === undefined ? [] : inFileName(input.fileName)),
  ];
}

/** What happens to the document: a secrecy mark or a blocking find stops it, any find to review needs a person. */
export function verdict(
  findings: readonly Pick<Finding, 'severity'>[],
  secrecy?: Secrecy,
): 'block' | 'review' | 'clear' {
  if (secrecy !== undefined || findings.some((f) => f.severity === 'block')) return 'block';
  return findings.some((f) => f.severity === 'review') ? 'review' : 'clear';
}

const linesOf = (text: string): Line[] =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) =>
      line.includes('\t')
        ? { text: line, kind: 'row', cells: line.split('\t') }
        : { text: line, kind: 'paragraph' },
    );

const inFileName = (name: string): Find[] =>
  hitsOf({ text: name, kind: 'paragraph' }, undefined).map((hit) => toFinding(name, 0, hit, '文件名'));

function screenLines(lines: readonly Line[]): Find[] {
  const tableOf = tables(lines);
  const hits = lines.map((line, i) => hitsOf(line, tableOf.get(i)));
  const lists = listsOfPersons(hits, tableOf);
  return lines.flatMap(({ text }, line) =>
    hits[line]!.map((hit) => {
      const listed = hit.kind === 'mobile-phone' && lists.has(tableOf.get(line));
      return toFinding(text, line, listed ? { ...hit, severity: 'block' } : hit);
    }),
  );
}

/** Tables with numbers of three or more persons: a phone in these is no office contact. */
function listsOfPersons(
  hits: readonly (readonly Hit[])[],
  tableOf: ReadonlyMap<number, TableRow>,
): Set<TableRow | undefined> {
  const personal = new Set<Hit['kind']>(['mobile-phone', 'identity-number', 'bank-card']);
  const persons = new Map<TableRow, number>();
  for (const [line, table] of tableOf)
    if (hits[line]!.some((h) => personal.has(h.kind))) persons.set(table, (persons.get(table) ?? 0) + 1);
  return new Set([...persons].filter(([, count]) => count >= listFrom).map(([table]) => table));
}

function hitsOf(line: Line, table: TableRow | undefined): Hit[] {
  const text = plain(line.text);
  const context = (at: number): string =>
    `${headingAt(line, at, table?.heading)} ${text.slice(Math.max(0, at - reach), at)}`;
  // In this order, each in what the one before left: a number that is one thing is not also another.
  const identities = findIdentityNumbers(text, context);
  const others = without(text, identities);
  const cards = findBankCards(others, context);
  const contacts = withoutOverlaps(findContacts(without(others, cards), context), text.length);
  const numbers = [...identities, ...cards, ...contacts];
  return [...numbers, ...findColumns(line, table), ...findPhrases(text)].toSorted(
    (a, b) => a.start - b.start,
  );
}

/** The text with the hits blanked out, so that numbers glued to them stand free. */
function without(text: string, hits: readonly Hit[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of hits.toSorted((a, b) => a.start - b.start)) {
    rest += text.slice(at, start) + '\u0001'.repeat(end - start);
    at = end;
  }
  return rest + text.slice(at);
}

function withoutOverlaps(hits: readonly Hit[], length: number): Hit[] {
  const taken = new Uint8Array(length);
  return hits.filter(({ start, end }) => {
    const free = !taken.subarray(start, end).includes(1);
    if (free) taken.fill(1, start, end);
    return free;
  });
}

const toFinding = (text: string, line: number, hit: Hit, hidden?: string): Find => ({
  kind: hit.kind,
  severity: hit.severity,
  place: { line, start: hit.start, end: hit.end, ...(hidden === undefined ? {} : { hidden }) },
  excerpt: excerptOf(text, hit.start, hit.end, readable.has(hit.kind)),
  rule: rules[hit.kind],
  match: text.slice(hit.start, hit.end),
});
