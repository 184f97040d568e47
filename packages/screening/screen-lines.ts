/** All recognisers over the lines of one text, and what they find made into findings. */
import { findAccounts } from './bank-card.ts';
import { findCertificates } from './certificate.ts';
import { findCells, findColumns, listFrom } from './columns.ts';
import { findContacts } from './contact.ts';
import { findCreditCodes } from './credit-code.ts';
import { excerptOf } from './excerpt.ts';
import { findIdentityNumbers } from './identity-number.ts';
import { close } from './labels.ts';
import { findLostDigits } from './lost-digits.ts';
import { findMasked } from './masked.ts';
import { findMinors } from './minors.ts';
import type { Placed } from './on-heading.ts';
import { findPersonWords } from './person-words.ts';
import { findPhrases } from './phrases.ts';
import { sourceEnd, sourceStart } from './plain.ts';
import { rules } from './rules.ts';
import { blank, cellAt, nameAt, type Setting } from './setting.ts';
import { findSpelt } from './spelt.ts';
import { findSplit } from './split.ts';
import { layOut, type Row, type Span, type Table } from './tables.ts';
import type { Finding, Hit, Line } from './types.ts';
import { findWording } from './wording.ts';

export type Find = Omit<Finding, 'id'>;

/** These say what they found without telling anything about a person. */
const readable = new Set<Hit['kind']>(['internal-phrase', 'secrecy-mark', 'map', 'wording']);

/** Lines are screened together: a table or a number may run over several. */
export function screenLines(lines: readonly Line[], today: string): Find[] {
  const rows = layOut(lines, today);
  const split = Map.groupBy(findSplit(rows, today), ({ line }) => line);
  const hits: Hit[][] = [];
  for (const row of rows) {
    const ready = (split.get(row.index) ?? []).map(({ hit }) => hit);
    const over = hits.at(-1)?.find((hit) => hit.over !== undefined)?.over;
    hits.push(hitsIn(rows, row, today, ready, over));
  }
  raiseLists(rows, hits);
  const tables = new Set(rows.flatMap(({ table }) => table ?? []));
  for (const table of tables)
    for (const placed of [...findColumns(table, today), ...findMinors(table, today), ...findCells(table)])
      add(hits, placed);
  for (const placed of findWording(rows.map((row) => row.plain.text))) add(hits, placed);
  return rows.flatMap((row) =>
    hits[row.index]!.toSorted((a, b) => a.start - b.start).map((hit) => findOf(lines, row, hit, today)),
  );
}

/** A cell that an exact find covers is not told again. */
function add(hits: Hit[][], { line, hit }: Placed): void {
  const covered = hits[line]!.some((h) => h.kind === hit.kind && h.start < hit.end && hit.start < h.end);
  if (!covered) hits[line]!.push(hit);
}

/** Numbers first, each in what the one before left: a number that is one thing is not also another. */
const recognisers: readonly ((setting: Setting) => Hit[])[] = [
  findLostDigits,
  findSpelt,
  findIdentityNumbers,
  findMasked,
  findAccounts,
  findCertificates,
  findContacts,
];

function hitsIn(rows: readonly Row[], row: Row, today: string, ready: readonly Hit[], over?: number): Hit[] {
  const text = row.plain.text;
  const taken: Span[] = [
    ...ready,
    ...(over === undefined ? [] : [{ start: 0, end: over }]),
    ...findCreditCodes(text),
  ];
  const hits = [...ready];
  const setting: Setting = { text: without(text, taken), row, today, around: () => around(rows, row.index) };
  if (/[\d@]|[零〇○一二三四五六七八九]{11}/.test(text))
    for (const recognise of recognisers) {
      const found = free(recognise(setting), text.length);
      hits.push(...found);
      setting.text = without(setting.text, found);
    }
  hits.push(...findPersonWords(setting), ...findPhrases(text));
  return hits;
}

/** The text with the hits blanked out, so that numbers glued to them stand free. */
function without(text: string, hits: readonly Span[]): string {
  if (hits.length === 0) return text;
  let rest = '';
  let at = 0;
  for (const { start, end } of hits.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    rest += text.slice(at, start) + blank.repeat(end - Math.max(at, start));
    at = end;
  }
  return rest + text.slice(at);
}

function free(hits: Hit[], length: number): Hit[] {
  if (hits.length < 2) return hits;
  const taken = new Uint8Array(length);
  return hits.filter(({ start, end }) => {
    const open = !taken.subarray(start, end).includes(1);
    if (open) taken.fill(1, start, end);
    return open;
  });
}

/** Lines before and after that may say whose a number is; what comes before says it rather. */
const near = [0, -1, -2, -3, 1, 2, 3];
const around = (rows: readonly Row[], index: number): string[] =>
  near.map((distance) => close(rows[index + distance]?.plain.text.slice(0, 200) ?? ''));

/** In a list of three people or more a mobile number is no office contact. */
function raiseLists(rows: readonly Row[], hits: readonly Hit[][]): void {
  const personal = new Set<Hit['kind']>(['mobile-phone', 'identity-number', 'bank-card']);
  const persons = new Map<Table, number>();
  for (const { table, index } of rows)
    if (table?.persons && !table.officials && hits[index]!.some((h) => personal.has(h.kind)))
      persons.set(table, (persons.get(table) ?? 0) + 1);
  for (const { table, index } of rows)
    if (table && (persons.get(table) ?? 0) >= listFrom)
      for (const hit of hits[index]!)
        if (hit.kind === 'mobile-phone' && hit.severity === 'review') {
          hit.severity = 'block';
          hit.why = `${hit.why.slice(0, -1)}，所在名单列出了 ${persons.get(table)} 人。`;
        }
}

function findOf(lines: readonly Line[], row: Row, hit: Hit, today: string): Find {
  const { plain } = row;
  const [start, end] = [sourceStart(plain, hit.start), sourceEnd(plain, hit.end)];
  const setting: Setting = { text: plain.text, row, today, around: () => [] };
  const cell = cellAt(setting, hit.start);
  const rest = hit.over === undefined ? '' : `\n${lines[row.index + 1]!.text.slice(0, hit.over)}`;
  const match = lines[row.index]!.text.slice(start, end) + rest;
  const called = hit.scope === 'column' ? '' : (nameAt(setting, hit.start)?.word ?? '');
  const { rule, law } = rules[hit.kind];
  return {
    kind: hit.kind,
    severity: hit.severity,
    place: { line: row.index, start, end, ...(cell < 0 ? {} : { cell }) },
    ...(hit.scope ? { scope: hit.scope } : {}),
    ...(hit.leastData ? { leastData: hit.leastData } : {}),
    excerpt: excerptOf(match, called, hit.scope === 'column' || readable.has(hit.kind)),
    rule,
    law,
    why: hit.why,
    match,
  };
}
