/** 发文机关署名 and 成文日期: the body's name above the date, at the end of the main document (GB/T 9704-2012, 7.3.5). */
import { compact } from '../clean.ts';
import type { Adoption } from './adoption.ts';
import { markLine } from './disclosure-mark.ts';
import { type Line, place, type Place, placeOver, revalued } from './line.ts';
import { isPerson, organNames } from './organ-name.ts';
import type { Outline } from './outline.ts';
import { dateLine, leadingDate } from './written-date.ts';

export interface Signature {
  date: Place<string> | undefined;
  /** Every body that signs; empty where only a date, a seal or a person does. */
  issuers: Place<string>[];
  /** Index in the file of the last line of it. */
  lastLine: number | undefined;
}

interface Dated {
  line: Line;
  /** In the list searched. */
  at: number;
  date: string;
  names: Place<string>[];
  bracketed: boolean;
}

/** What ends a text: after it nothing of the document follows but its signature. */
const closing =
  /(?:特此(?:通知|公告|通告|通报|函告|函复|函达|报告|批复|证明|公示|说明|致函)|此复|此函|此令|请予|请批示|请审示|妥否|当否|附件.*)[。,，!！]?$/;
const stampLine = /^\((?:加?盖章|加?盖印章|加?盖公章|印章|公章|章|签章|此处盖章|盖章处)\)$/;

/**
 * That of the document itself: a forwarded document follows the one that forwards it and has a signature of its own;
 * `…印发` never is one. Where none stands below the text, that of the head (minutes) or in brackets below the title,
 * then what the web page says.
 */
export function findSignature({ header, body, card }: Outline, adoption: Adoption | undefined): Signature {
  const below = datedLines(body);
  const above = datedLines(header);
  const first = below.find((d) => d.names.length > 0 && !d.bracketed);
  const unsigned = below.find((d) => d.names.length === 0 && !d.bracketed && endsDocument(body, d));
  if (first && !(unsigned && unsigned.at < first.at)) return signed(body, first, below);
  if (unsigned) return signature(unsigned, 'certain');
  const headed = above.find((d) => d.names.length > 0);
  if (headed) return signature(headed, 'likely');
  if (adoption) return { date: adoption.date, issuers: [], lastLine: undefined };
  const last = below.findLast((d) => !d.bracketed) ?? below[0];
  if (last) return signature(last, 'likely');
  const alone = above.at(-1);
  const date = cardDate(card.written) ?? cardDate(card.sent) ?? (alone && dateOf(alone, 'likely'));
  return { date, issuers: [], lastLine: undefined };
}

const signature = (dated: Dated, certainty: Place<string>['certainty']): Signature => ({
  date: dateOf(dated, certainty),
  issuers: dated.names,
  lastLine: dated.line.line,
});

const dateOf = (dated: Dated, certainty: Place<string>['certainty']): Place<string> =>
  place(dated.date, dated.line, certainty);

function cardDate(fact: Place<string> | undefined): Place<string> | undefined {
  const date =
    fact &&
    (dateLine(fact.value)?.date ?? leadingDate(fact.value) ?? dateLine(fact.value.slice(0, 10))?.date);
  return fact && date !== undefined ? { ...fact, value: date, certainty: 'likely' } : undefined;
}

/** Lines that end in a date and begin with nothing but those who sign. */
function datedLines(lines: readonly Line[]): Dated[] {
  return lines.flatMap((line, at): Dated[] => {
    if (line.text.length > 120) return [];
    const dated = sameDates(line.cells) ?? dateLine(line.text);
    if (!dated) return [];
    const beside = organNames(textBefore(line.text));
    if (dated.before !== '' && beside.length === 0 && !isPerson(dated.before) && !isLetters(dated.before))
      return [];
    const names = [
      ...(beside.length === 0 || at > 0 ? namesAbove(lines, at, beside) : []),
      ...beside.map((name) => place(name, line)),
    ];
    return [{ line, at, date: dated.date, names, bracketed: /^[（(]/.test(line.text) }];
  });
}

/** Letters of a stamp or a scan before the date say nothing. */
const isLetters = (text: string): boolean => /^[^\p{Script=Han}\d]{1,3}$/u.test(text);

/** Joint signatures in a table: every cell a date, and the same one. */
function sameDates(cells: readonly string[] | undefined): { date: string; before: string } | undefined {
  const dates = (cells ?? []).filter((c) => c !== '').map((c) => dateLine(c));
  const [first] = dates;
  return dates.length > 0 && dates.every((d) => d?.before === '' && d.date === first?.date)
    ? first
    : undefined;
}

/** With its gaps, which part one name from the next. */
const textBefore = (text: string): string =>
  text.replace(/[（(]?\s*(?:[\d０-９]\s*){4}年.*$|[（(]?\s*[一二]\s*[^年]{3,8}年.*$/u, '').trim();

/** Joint documents: every body on a line of its own, the seal's place or a mark between them and the date. */
function namesAbove(lines: readonly Line[], at: number, beside: readonly string[]): Place<string>[] {
  const found: Place<string>[][] = [];
  for (let i = at - 1; i >= 0 && at - i <= 12; i--) {
    const line = lines[i]!;
    const plain = compact(line.text);
    if (stampLine.test(plain) || markLine(line.text) !== undefined || isPerson(line.text)) continue;
    let names = organNames(line.text);
    // Names that wrap: 示范县城市管理, then 局.
    const above = lines[i - 1];
    if (names.length === 0 && above && /^\p{Script=Han}{1,6}$/u.test(plain)) {
      names = organNames(above.text + line.text);
      if (names.length > 0) i--;
    }
    if (names.length === 0) break;
    if (beside.length > 0 && names.some((n) => beside.includes(n))) break;
    found.unshift(names.map((name) => place(name, line)));
  }
  return found.flat();
}

/** Whether an unsigned date ends a document, not a line of its text. */
function endsDocument(body: readonly Line[], { at }: Dated): boolean {
  const before = compact(body[at - 1]?.text ?? '');
  const after = body[at + 1];
  return (
    after === undefined ||
    markLine(after.text) !== undefined ||
    closing.test(before) ||
    isPerson(before) ||
    markLine(before) !== undefined
  );
}

/** Bodies that sign with the same date right below are of the same, joint document. */
function signed(body: readonly Line[], first: Dated, all: readonly Dated[]): Signature {
  const issuers = [...first.names];
  let last = first;
  for (const next of all) {
    if (next.at <= last.at || next.date !== first.date) continue;
    const between = body.slice(last.at + 1, next.at);
    if (!between.every((l) => organNames(l.text).length > 0)) break;
    issuers.push(...next.names.filter((n) => !issuers.some((i) => i.value === n.value)));
    last = next;
  }
  return { date: dateOf(first, 'certain'), issuers, lastLine: last.line.line };
}

const bannerEnd = /(?:文件|令|公告|通告|公报|(?:常务|专题|办公|党组|全体|联席|协调|调度)*(?:会议)?纪要)$/;

/**
 * The signature; where there is none, the red head or the bodies named by the title, whichever names more; then those
 * who adopted it; then the web page.
 */
export function issuersOf(
  { header, pageHeader, card }: Outline,
  { issuers }: Signature,
  title: Place<string> | undefined,
  adoption: Adoption | undefined,
): Place<string>[] {
  if (issuers.length > 0) return issuers;
  const titleEnd = title === undefined ? Infinity : title.line + title.where.split('\n').length - 1;
  const heads = firstFilled(
    () => banner(header.filter((l) => l.line <= titleEnd)),
    () => banner(pageHeader),
  );
  const named = namedByTitle(title);
  const joint = named.length > heads.length && heads.every((h) => named.some((n) => n.value === h.value));
  return firstFilled(
    () => (joint ? named : heads),
    () => adoption?.issuers ?? [],
    () => (card.issuer ? organNames(card.issuer.value).map((name) => revalued(card.issuer!, name)) : []),
  );
}

const firstFilled = <T>(...tries: (() => T[])[]): T[] => {
  for (const attempt of tries) {
    const found = attempt();
    if (found.length > 0) return found;
  }
  return [];
};

/** `示范县民政局文件`, the names of a joint red head one below the other, or the bare name of a letter's head. */
function banner(lines: readonly Line[]): Place<string>[] {
  const found: Place<string>[] = [];
  for (const line of lines) {
    const plain = compact(line.text);
    if (/关于/.test(plain)) break;
    const cells = line.cells ?? [line.text];
    const names = cells.flatMap((cell) =>
      organNames(
        compact(cell).replace(bannerEnd, '') === compact(cell) ? cell : compact(cell).replace(bannerEnd, ''),
      ),
    );
    if (names.length > 0) found.push(...names.map((name) => place(name, line, 'likely')));
    else if (found.length > 0) break;
  }
  return found;
}

function namedByTitle(title: Place<string> | undefined): Place<string>[] {
  const names = bodiesOfTitle(title?.value ?? '');
  return names.map((name) => revalued(title!, name, 'likely'));
}

/** Before 关于; or, in titles without it, the body they begin with. */
export function bodiesOfTitle(title: string): string[] {
  const head = (title.split(/关于|转发|印发|批转/)[0] ?? '')
    .replace(/等[一二三四五六七八九十\d]*(?:个)?(?:部门|单位|家).*$/u, '')
    .replace(bannerEnd, '');
  const names = organNames(head);
  if (names.length > 0) return names;
  const begins = startsWithBody.exec(compact(head))?.[0];
  return begins === undefined ? [] : organNames(begins);
}

const startsWithBody =
  /^\p{Script=Han}{2,12}?(?:省|市|州|县|区|旗|镇|乡)\p{Script=Han}{0,16}?(?:人民政府(?:办公室)?|委员会(?:办公室)?|[^事邮药]局|法院|检察院)(?=[\d\p{Script=Han}])/u;

export const issuerLine = (issuers: readonly Place<string>[]): Place<string> | undefined =>
  issuers.length === 0
    ? undefined
    : placeOver(
        issuers.map((i) => i.value).join('、'),
        [...new Map(issuers.map((i) => [i.line, { text: i.where, line: i.line }])).values()],
        issuers[0]!.certainty,
      );
