/**
 * Secrecy marks (保守国家秘密法; GB/T 9704-2012, 7.2.2): level and term in the header, alone on their line or beside
 * the copy number and the degree of urgency. 国家秘密 and 商业秘密 in a sentence are ordinary words here.
 */
import { compact } from './clean.ts';
import { documentNumberLine } from './metadata/document-number.ts';
import { addresseeEnd } from './metadata/addressee-line.ts';
import type { Block, Secrecy } from './types.ts';

const star = '[★☆✩✪✫✬✭✮✯✰⭐⭑⭒⋆✦✧＊*✱✲※×xX·•●◆▲大女火k#:]';
const span =
  '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:年|个月|月|天|日)|长期|启用前|解密前|公布前|(?:至)?(?:19|20)\\d{2}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:前|止)?|永久';
const term = `(?:\\(?(?:${star}{0,2}(?:保密期限)?:?(?:${span})|[★☆✩✪✫✬✭✮✯✰⭐⭑⭒⋆＊*]+)\\)?)?`;
const levels = '(绝密|絶密|絕密|机密|機密|秘密|祕密)';
const level = `(?:密级(?:和保密期限)?:?)?[\\[(【〔]*${levels}(?:级|件)?[\\])】〕]*${term}[\\])】〕]*`;
const copyNumber = '(?:(?:份号|编号|No\\.?)?:?\\d{1,8})?';
const urgency = '(?:(?:紧急程度:?)?(?:特急|加急|特提|平急|急件|火急))?';
const markOnly = new RegExp(`^${copyNumber}${urgency}${level}${urgency}${copyNumber}$`, 'i');
const withTerm = new RegExp(`^${levels}(?:级|件)?(?:[★☆✩✪✫✬✭✮✯✰⭐⭑⭒⋆＊*]|${star}{0,2}(?:${span})$)`);
const ticked = new RegExp(`[■▲☑√✓✔●☒]${levels}`);
const plainLevel: Record<string, Secrecy['level']> = {
  絶密: '绝密',
  絕密: '绝密',
  機密: '机密',
  祕密: '秘密',
};

/** The level when the line is a secrecy mark: alone, or in a cell of its own with its star or term. */
export function secrecyLevel(line: string): Secrecy['level'] | undefined {
  if (line.length > 200 || !/密/.test(line)) return undefined;
  const whole = compact(line);
  const alone = markOnly.exec(whole)?.[1];
  const found =
    alone ??
    besides(line)
      .map((p) => withTerm.exec(p)?.[1])
      .find((p) => p !== undefined);
  return found === undefined ? undefined : (plainLevel[found] ?? (found as Secrecy['level']));
}

/** What stands apart on a line; a star and its term may stand apart from their level. */
function besides(line: string): string[] {
  const wide = line.split(/\t|[\s\u3000]{2,}|\u3000/).map(compact);
  const narrow = line.split(/[\s\u3000]+/);
  return [...wide, ...narrow.map((_, i) => compact(narrow.slice(i, i + 3).join(''))), ...narrow.map(compact)];
}

/** Where the head ends: more lines no head has, even below the facts of a web copy. */
const headerLines = 40;
/** Whatever stands there is the head, even where a sentence comes first. */
const topLines = 12;

/** The mark of the document itself, from the header area only. */
export function findSecrecyMark(blocks: readonly Block[]): Secrecy | undefined {
  let body = 0;
  let head = true;
  let before = '';
  for (const [line, block] of blocks.entries()) {
    const outside = block.part !== undefined;
    if (!outside) body++;
    const text = block.text;
    const found = outside || body <= headerLines ? levelOf(block, before, blocks[line + 1]) : undefined;
    const counts = outside
      ? block.part !== 'note'
      : head || (body <= topLines && hasStar(text) && !isExample(before));
    if (found !== undefined && counts) return secrecyAt(found, line);
    if (!outside && body > 1 && endsHead(text)) head = false;
    if (!outside) before = text;
  }
  return annexMark(blocks);
}

const hasStar = (text: string): boolean => /[★☆✩✪✫✬✭✮✯✰⭐⭑⭒⋆＊*]/.test(text);
const isExample = (before: string): boolean => /(?:[:：]|如|例|示例|格式|样式)$/.test(before.trim());
const endsHead = (text: string): boolean =>
  (/[。；]/.test(text) || /[:：]$/.test(text) || addresseeEnd(text) !== undefined) &&
  documentNumberLine(text) === undefined &&
  !/^\s*(?:密级|份号|保密期限|紧急程度|签发人|索引号|主题|发布|来源|文号|编号)/.test(text);

/** One line, a cell beside the label 密级, or two characters one below the other in a narrow box. */
function levelOf(block: Block, before: string, next: Block | undefined): Secrecy['level'] | undefined {
  const { text, cells } = block;
  const plain = compact(text);
  const named = new Set(plain.match(/绝密|机密|秘密/g));
  if (cells && cells.length > 1) {
    if (named.size > 1) return normalLevel(ticked.exec(plain)?.[1]);
    return (
      secrecyLevel(text) ??
      cells
        .map((cell) => (compact(cell).length < 30 ? secrecyLevel(cell) : undefined))
        .find((l) => l !== undefined)
    );
  }
  if (named.size > 1) return normalLevel(ticked.exec(plain)?.[1]);
  if (/^[绝机秘]$/.test(plain) && next && compact(next.text).startsWith('密'))
    return secrecyLevel(plain + compact(next.text));
  const found = secrecyLevel(text) ?? wideApart(text);
  if (isRestOfTitle(before, text) || isListed(before, text, next?.text ?? '')) return undefined;
  return found;
}

/** The levels one below the other are spoken of, not set. */
const isListed = (before: string, text: string, next: string): boolean =>
  [before, next].some((line) => bareLevel.test(compact(line)) && compact(line) !== compact(text));
const bareLevel = /^(?:绝密|机密|秘密)级?$/;

/** A title that wraps: 关于加强保守国家, 秘密, 工作的通知 on three lines. */
export const isRestOfTitle = (before: string, text: string): boolean =>
  compact(text).length === 2 && /(?:国家|商业|工作|保守|涉及|企业|个人)$/.test(compact(before));

/** A bare level far from the red head or the copy number on its line, top right as before 2012. */
function wideApart(text: string): Secrecy['level'] | undefined {
  const wide = text.split(/\t|\s{2,}|\u3000/).filter((p) => p !== '');
  const before = compact(wide.slice(0, -1).join(''));
  const body = /(?:政府|委员会|[局办室厅])$/.test(before);
  const narrow = /^(.*(?:文件|\d|急|号))\s+(\S+)$/.exec(text.trim());
  if (text.length > 60) return undefined;
  return wide.length === 2 && body ? secrecyLevel(wide[1]!) : narrow ? secrecyLevel(narrow[2]!) : undefined;
}

const normalLevel = (found: string | undefined): Secrecy['level'] | undefined =>
  found === undefined ? undefined : (plainLevel[found] ?? (found as Secrecy['level']));

/** An annex bound in may carry a mark of its own right below its head. */
function annexMark(blocks: readonly Block[]): Secrecy | undefined {
  for (const [i, { text }] of blocks.entries()) {
    if (!/^附件[\d一二三四五六七八九十]{0,3}[:：]?(?:绝密|机密|秘密|$)/.test(compact(text))) continue;
    for (let line = i; line <= i + 2 && line < blocks.length; line++) {
      const own = blocks[line]!.text.replace(/^\s*附\s*件\s*[\d一二三四五六七八九十]{0,3}\s*[:：]?/, '');
      const found = hasStar(own) ? secrecyLevel(own) : undefined;
      if (found !== undefined) return secrecyAt(found, line);
    }
  }
  return undefined;
}

const secrecyAt = (found: Secrecy['level'], line: number): Secrecy => ({
  level: found,
  line,
  reason: reason('文件首部', found),
});

/** The same, found in a file that lies inside; `line` is that of the heading which names it, if any. */
export const secrecyInside = ({ level: found }: Secrecy, line = 0): Secrecy => ({
  level: found,
  line,
  reason: reason('文件里面的另一个文件首部', found),
});

const reason = (where: string, found: Secrecy['level']): string =>
  `${where}标有密级“${found}”。涉密文件不得上传本系统，文件已拒收并销毁。请立即向本单位保密工作机构报告，并按保密规定处理原件。`;
