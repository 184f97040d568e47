/** 附件说明: `附件：1.名称` below the text (GB/T 9704-2012, 7.3.4), and whether each annex stands in the same text. */
import { compact } from '../clean.ts';
import { markLine } from './disclosure-mark.ts';
import { closedUp, type Line, place, type Place, revalued } from './line.ts';
import { isOrganName, isPerson } from './organ-name.ts';
import { memberName } from './members.ts';
import type { Outline } from './outline.ts';
import { dateLine } from './written-date.ts';

export interface Attachment extends Place<string> {
  inText: boolean;
}

const listHead =
  /^[\s\u3000]*附[\s\u3000]*件[\s\u3000]*([\d０-９]{1,2}|[一二三四五六七八九十])?[\s\u3000]*[:：][\s\u3000]*(.*)$/u;
const item = /^[\s\u3000]*[（(]?([\d０-９]{1,2})[）)]?[\s\u3000]*[.．、:：][\s\u3000]*(.+)$/u;
const annexHead = /^附件(?:\d{1,2}(?:-\d)?|[一二三四五六七八九十]{1,2})?[:：]?/;
const maxName = 120;

export function findAttachments({ body, annexes }: Outline): Attachment[] {
  const named = listed(body);
  return named.map((one, i) => Object.assign(one, { inText: standsIn(annexes, one.value, i, named.length) }));
}

/** The names, in order: one for each number, on lines of their own or run together. */
function listed(body: readonly Line[]): Place<string>[] {
  const found: Place<string>[] = [];
  let open = false;
  for (const line of body) {
    const head = listHead.exec(line.text);
    if (head) {
      open = true;
      if (head[2] !== '') found.push(...itemsOf(head[2]!).map((name) => place(name, line)));
      continue;
    }
    if (!open) continue;
    if (endsList(line)) open = false;
    else if (item.test(line.text)) found.push(...itemsOf(line.text).map((name) => place(name, line)));
    else if (found.length > 0 && line.text.length < 60) goOn(found, line.text);
    else open = false;
  }
  return found.map((f) => revalued(f, cleanName(f.value))).filter((f) => f.value.length > 1);
}

const endsList = ({ text }: Line): boolean =>
  isOrganName(text) ||
  isPerson(text) ||
  dateLine(text) !== undefined ||
  markLine(text) !== undefined ||
  /[。；]$/.test(text);

/** A name that wraps. */
function goOn(found: Place<string>[], text: string): void {
  const last = found.at(-1)!;
  found[found.length - 1] = { ...last, value: last.value + text.trim(), where: `${last.where}\n${text}` };
}

/** `1.名单 2.汇总表` on one line are two. */
function itemsOf(text: string): string[] {
  if (text.length > 2000) return [];
  const parts = text.split(
    /(?<=[\p{Script=Han}》）)\s\u3000；;])(?=[\d０-９]{1,2}[\s\u3000]*[.．、][\s\u3000]*[^\d])/u,
  );
  return parts.map((part) => item.exec(part)?.[2] ?? part);
}

const cleanName = (name: string): string =>
  closedUp(name)
    .replace(/[。；;，,、\s]+$/, '')
    .replace(/^《([^《》]*)》$/, '$1')
    .slice(0, maxName);

/** By the head of the annex page, then by its title: the first lines below that head. */
function standsIn(annexes: readonly Line[], name: string, i: number, count: number): boolean {
  const heads = annexes.flatMap((l, at) =>
    annexHead.test(compact(l.text)) || memberName(l) !== undefined ? [{ line: l, at }] : [],
  );
  const wanted = comparable(name);
  const titled = heads.some(({ line, at }) => {
    const own = comparable(memberName(line) ?? line.text).replace(annexHead, '');
    const below = annexes.slice(at + 1, at + 5).map((l) => l.text);
    return comparable(own + below.join('')).includes(wanted);
  });
  const numbered = heads.some(({ line }) => {
    const number = /^附件(\d{1,2})/.exec(compact(line.text))?.[1];
    return number === undefined
      ? count === 1 && /^附件[:：]?$/.test(compact(line.text))
      : Number(number) === i + 1;
  });
  return titled || numbered;
}

/** Names compared without what a file name or a title adds. */
export const comparable = (name: string): string =>
  compact(name)
    .replace(/\.[a-z]{2,5}$/i, '')
    .replaceAll(/[《》〈〉"“”'()[\]【】_\-—.,、:·]/g, '');
