/**
 * Secrecy marks (保守国家秘密法; GB/T 9704-2012, 7.2.2): level and term in the header, alone on their line or beside
 * the copy number and the degree of urgency. 国家秘密 and 商业秘密 in a sentence are ordinary words here.
 */
import { compact } from './clean.ts';
import type { Block, Secrecy } from './types.ts';

/** Copy number, secrecy, urgency, red head, number, signer, title: more lines no header has. */
const headerLines = 12;
const term = '(?:\\(?(?:[★☆✩✭⭐⭑＊*·:]*(?:\\d{1,2}(?:年|个月|月|天|日)|长期)|[★☆✩✭⭐⭑＊*]+)\\)?)?';
const level = `(?:密级(?:和保密期限)?:?)?[\\[(【]?(绝密|机密|秘密)${term}[\\])】]?`;
const copyNumber = '(?:(?:份号|编号|No\\.?)?:?\\d{1,8})?';
const urgency = '(?:(?:紧急程度:?)?(?:特急|加急|特提|平急|急件|火急))?';
const markOnly = new RegExp(`^${copyNumber}${urgency}${level}${urgency}${copyNumber}$`, 'i');
const starred = new RegExp(`^(绝密|机密|秘密)[★☆✩✭⭐⭑＊*]${term}`);

/** The level when the line is a secrecy mark: alone, or in a cell of its own with its star. */
export function secrecyLevel(line: string): Secrecy['level'] | undefined {
  if (line.length > 200) return undefined;
  const whole = markOnly.exec(compact(line))?.[1];
  const parts = line.split(/\t|[\s\u3000]{2,}/);
  const beside = parts.map((p) => starred.exec(compact(p))?.[1]).find((p) => p !== undefined);
  return (whole ?? beside) as Secrecy['level'] | undefined;
}

/** The mark of the document itself, from the header area only. */
export function findSecrecyMark(blocks: readonly Block[]): Secrecy | undefined {
  let body = 0;
  for (const [line, block] of blocks.entries()) {
    if (block.part === undefined && ++body > headerLines) continue;
    if (block.part === 'footer' || block.part === 'note') continue;
    const found = secrecyLevel(block.text);
    if (found !== undefined)
      return {
        level: found,
        line,
        reason: `文件首部标有密级“${found}”。涉密文件不得上传本系统，文件已拒收并销毁。请立即向本单位保密工作机构报告，并按保密规定处理原件。`,
      };
  }
  return undefined;
}
