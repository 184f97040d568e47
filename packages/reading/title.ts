/** 标题: body + 关于… + kind of document, over one or more lines (GB/T 9704-2012, 7.3.1). */
import { compact } from './clean.ts';
import { documentNumberLine } from './document-number.ts';
import { isOrganName } from './organ-name.ts';
import type { Line } from './outline.ts';
import { secrecyLevel } from './secrecy.ts';
import type { Place } from './signature.ts';
import { dateLine } from './written-date.ts';

/** 党政机关公文处理工作条例 art. 8. */
const kinds = '决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要';
const endsInKind = new RegExp(`(?:${kinds})(?:\\([^()]{1,12}\\))?$`);
/** Issued by a 通知, but found alone on the web. */
const endsLikeOne =
  /(?:公示|方案|办法|规定|细则|规划|计划|目录|名单|清单|指南|制度|预案|总结|要点|解读)(?:\([^()]{1,12}\))?$/;
const redHead = /文件$|^(特急|加急|平急|特提)$|^签发人|^\d{1,8}$|^(发文字号|文号|索引号|发布日期|来源)[:：]/;
const maxLines = 6;
const maxLength = 300;

/** `numberAt`: index of the block with the document number, above which stands the red head. */
export function findTitle(header: readonly Line[], numberAt: number | undefined): Place<string> | undefined {
  const below = header.filter((l) => numberAt !== undefined && l.line > numberAt);
  return (
    search(below, endsInKind) ??
    search(header, endsInKind) ??
    search(below, endsLikeOne) ??
    search(header, endsLikeOne)
  );
}

function search(lines: readonly Line[], ending: RegExp): Place<string> | undefined {
  const candidates = lines.filter((l) => isTitleText(l.text));
  const last = candidates.findIndex((l) => ending.test(compact(l.text)) && !isRedHead(l.text));
  if (last < 0) return undefined;
  const first = firstLine(candidates, last);
  const used = candidates.slice(first, last + 1);
  const value = used.map((l) => spaced(l.text)).join('');
  if (value.length > maxLength) return undefined;
  const certainty = ending === endsInKind && value.includes('关于') ? 'certain' : 'likely';
  return { value, where: used.map((l) => l.text).join('\n'), line: used[0]!.line, certainty };
}

/** Upwards from its last line to the one with 关于, and to the body's name above that. */
function firstLine(lines: readonly Line[], last: number): number {
  let first = last;
  const about = (i: number): boolean => compact(lines[i]!.text).includes('关于');
  for (
    let i = last;
    i >= 0 && last - i < maxLines && adjoins(lines, i, last) && !isRedHead(lines[i]!.text);
    i--
  )
    if (about(i)) {
      first = i;
      break;
    }
  const above = lines[first - 1];
  const startsAtAbout = compact(lines[first]!.text).startsWith('关于');
  return above && startsAtAbout && lines[first]!.line - above.line === 1 && isOrganName(above.text)
    ? first - 1
    : first;
}

const adjoins = (lines: readonly Line[], from: number, to: number): boolean =>
  lines[to]!.line - lines[from]!.line === to - from;

const isRedHead = (text: string): boolean => redHead.test(compact(text));

const isTitleText = (text: string): boolean =>
  text.length <= maxLength &&
  documentNumberLine(text) === undefined &&
  secrecyLevel(text) === undefined &&
  dateLine(text) === undefined;

/** Letter-spaced Chinese closes up; space between other words stays one. */
const spaced = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
