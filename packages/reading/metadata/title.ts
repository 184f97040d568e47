/** 标题: body + 关于… + kind of document, over one or more lines (GB/T 9704-2012, 7.3.1). */
import { documentKinds } from '@gongkai/domain/document-kind.ts';
import { compact } from '../clean.ts';
import { isAddresseeList } from './addressee-line.ts';
import { documentNumberLine, numberAfterTitle } from './document-number.ts';
import { closedUp, isClosed, type Line, type Place, placeOver } from './line.ts';
import { isOrganName } from './organ-name.ts';
import type { Outline } from './outline.ts';
import { isRestOfTitle, secrecyLevel } from '../secrecy.ts';
import { dateLine, leadingDate } from './written-date.ts';

const suffix = '(?:\\((?:[^()]{1,16})\\))?';
const endsInKind = new RegExp(`(?:${documentKinds.join('|')})${suffix}$`);
/** Issued by a 通知, but found alone on the web; or no official kind at all. */
const endsLikeOne = new RegExp(
  `(?:公示|方案|办法|规定|规则|细则|规划|计划|目录|名单|清单|指南|制度|预案|总结|要点|解读|章程|规程|规范|标准|守则|公约|条例|说明|须知|简章|问答|倡议书|通知书|决定书|告知书|答复|答复书|批准书|协议|合同|承诺书|一封信|讲话|简报|快报|情况|情况表|统计表|明细表|一览表|汇总表|登记表|公开表|报表|台账|结果|预算|决算|措施|纲要|启事|声明|提示|预警|建议|安排|分工|任务)${suffix}$`,
);
const redHead =
  /文件$|^(?:特急|加急|平急|特提|急件)|^签发人|^会签人|^\d{1,8}$|^(?:份号|编号|密级|紧急程度|等级|类别|发往)[:：]|^内部(?:资料|文件|明电)/;
/** 草案, 试行 and the like stand on a line of their own below the title. */
const bracketSuffix =
  /^\((?:试行|暂行|草案|征求意见稿|送审稿|讨论稿|修订稿?|修订版|修正案?|\d{4}年(?:修订|修正|版|本)|节选|摘要|代拟稿|公示稿|报批稿)\)$/;
const maxLines = 8;
const maxLength = 300;
const openEnd = /(?:转发|批转|印发|、|和|及|与|等|的|同意|调整|进一步|开展|做好|加强|推进|实施|建立|成立)$/;

interface Candidate {
  lines: Line[];
  value: string;
  score: number;
}

export interface TitleFound {
  title: Place<string> | undefined;
  /** The number in brackets behind it, as web pages print it. */
  number: Place<string> | undefined;
  /** Index in the file of the line below it. */
  below: number;
}

/** `numberAt`: index of the block with the document number, above which stands the red head. */
export function findTitle({ header, card }: Outline, numberAt: number | undefined): TitleFound {
  const below = header.filter((l) => numberAt !== undefined && l.line > numberAt);
  const nearby = candidates(below).map(nearer);
  const above = candidates(header).filter((c) => nearby.length === 0 || !masthead.test(compact(c.value)));
  const best = bestOf([...nearby, ...above]);
  const trusted = best && (best.score > 1 || !card.title) ? best : undefined;
  if (!trusted) return { title: card.title, number: undefined, below: 0 };
  const certainty = trusted.score >= strong ? 'certain' : 'likely';
  const numbered = numberAfterTitle(trusted.value);
  return {
    title: placeOver(unquoted(numbered?.title ?? trusted.value), trusted.lines, certainty),
    number: numbered && placeOver(numbered.number, trusted.lines, 'certain'),
    below: trusted.lines.at(-1)!.line + 1,
  };
}

/** Above the count of an issue stands what appears, not what this issue says. */
const masthead = /^.{0,16}(?:简报|快报|动态|信息|专报|通讯|参考)$/;

const strong = 4;
const nearer = (candidate: Candidate): Candidate => ({ ...candidate, score: candidate.score + 0.5 });

const bestOf = (all: readonly Candidate[]): Candidate | undefined =>
  all.filter((c) => c.score > 0).toSorted((a, b) => b.score - a.score)[0];

/** Titles among lines that stand together; the red head, numbers, dates and the like part them. */
function candidates(lines: readonly Line[]): Candidate[] {
  const runs: Line[][] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    if (!isTitleText(line.text) && !(previous && isRestOfTitle(previous.text, line.text))) {
      previous = undefined;
      continue;
    }
    if (previous && line.line - previous.line <= 1) runs.at(-1)!.push(line);
    else runs.push([line]);
    previous = line;
  }
  return runs.flatMap(parted).flatMap((run) => toCandidate(run));
}

/** Two whole titles one below the other: a banner above the title, the page's heading above the document's. */
function parted(run: readonly Line[]): Line[][] {
  const parts: Line[][] = [];
  let current: Line[] = [];
  for (const line of run) {
    const whole = joined(current);
    if (
      current.length > 0 &&
      endsInKind.test(compact(whole)) &&
      isClosed(whole) &&
      startsAnew(line.text, whole)
    ) {
      parts.push(current);
      current = [];
    }
    current.push(line);
  }
  return current.length > 0 ? [...parts, current] : parts;
}

function startsAnew(text: string, before: string): boolean {
  const plain = compact(text);
  const about = plain.indexOf('关于');
  return (
    about === 0 || (about > 0 && isOrganName(plain.slice(0, about))) || compact(before).startsWith(plain)
  );
}

function toCandidate(run: readonly Line[]): Candidate[] {
  const lines = fromStart(toEnd(run).slice(0, maxLines));
  const value = joined(lines);
  const plain = compact(value);
  if (lines.length === 0 || value.length > maxLength || plain.length < 2) return [];
  const about = plain.includes('关于');
  const score =
    endsInKind.test(plain) && plain.length > 2
      ? about
        ? strong
        : 3
      : endsLikeOne.test(plain) && !isOrganName(value)
        ? about
          ? 3
          : 2
        : about || lines.some((l) => l.heading)
          ? 2
          : isOrganName(value) || lines.length > 4 || plain.length < 5
            ? 0
            : 1;
  return [{ lines, value, score }];
}

/** Down to the last line that ends as titles do. */
function toEnd(run: readonly Line[]): Line[] {
  const whole = run.slice(0, maxLines);
  const upTo = (i: number): string => joined(whole.slice(0, i + 1));
  const endsAt = (ending: RegExp): number =>
    whole.findLastIndex((_, i) => ending.test(compact(upTo(i))) && isClosed(upTo(i)));
  const kind = endsAt(endsInKind);
  const end = kind >= 0 ? kind : endsAt(endsLikeOne);
  const stop = whole.findIndex(
    (l, i) => i > 0 && isAddresseeList(l.text) && /^各|[,，]/.test(compact(l.text)),
  );
  const last = end >= 0 ? end : (stop > 0 ? stop : whole.length) - 1;
  const more = run[last + 1];
  return run.slice(0, last + (more && bracketSuffix.test(compact(more.text)) ? 2 : 1));
}

/** Up to the line with 关于 and the bodies named above it. */
function fromStart(lines: readonly Line[]): Line[] {
  const headings = lines.filter((l) => l.heading);
  if (headings.length > 0 && headings.length < lines.length && lines.at(-1)!.heading) return headings;
  const about = lines.findIndex((l) => compact(l.text).includes('关于'));
  if (about <= 0) return [...lines];
  const head = compact(lines[about]!.text).split('关于')[0]!;
  let first = about;
  while (
    first > 0 &&
    (belongs(lines[first - 1]!.text, first === about ? head : undefined) ||
      !isClosed(joined(lines.slice(0, first))))
  )
    first--;
  return lines.slice(first);
}

/** Whether the line above goes on in one whose text before 关于 is `head`. */
function belongs(above: string, head: string | undefined): boolean {
  const plain = compact(above);
  if (head === undefined) return isOrganName(above);
  if (openEnd.test(plain) || !isClosed(above)) return true;
  if (head === '') return isOrganName(above) || /转发|批转|印发/.test(plain);
  if (isOrganName(head) && head.length > 3) return isOrganName(above) && !head.startsWith(plain);
  return true;
}

/** The first line of a sentence whose end is on another line. */
export const isProse = (plain: string): boolean =>
  plain.length > 14 &&
  /[,，]/.test(plain.replaceAll(/《[^》]*》|“[^”]*”/g, '')) &&
  !plain.includes('关于') &&
  !endsInKind.test(plain);

const isTitleText = (text: string): boolean => {
  const plain = compact(text);
  return (
    plain.length <= maxLength &&
    !redHead.test(plain) &&
    !isProse(plain) &&
    !/^[^《》:：]{1,6}[:：].{0,20}$/.test(plain) &&
    !/^——|^[—–-]{2,}|^[\d\s.、,，()（）—–-]+$/.test(plain) &&
    documentNumberLine(text) === undefined &&
    secrecyLevel(text) === undefined &&
    dateLine(text) === undefined &&
    (leadingDate(text) === undefined || !plain.startsWith('('))
  );
};

const joined = (lines: readonly Line[]): string => lines.map((l) => closedUp(l.text)).join('');

const unquoted = (title: string): string => /^《([^《》]*)》$/.exec(title)?.[1] ?? title;
