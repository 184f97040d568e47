/** 版记: 抄送机关, 印发机关 and 印发日期 (GB/T 9704-2012, 7.4). */
import { compact } from '../clean.ts';
import { addresseesIn } from './addressee-line.ts';
import { type Line, placeOver, type Place } from './line.ts';
import { isOrganName } from './organ-name.ts';
import { dateLine } from './written-date.ts';

const copyHead = /^\s*(?:抄\s*送|分\s*送|抄\s*报)(?:单位|机关)?\s*[:：]/u;
const sentHead = /^\s*主\s*送\s*[:：]/u;
const anyHead =
  /^(?:抄送|分送|抄报|主送|主题词|印发|校对|打字|公开|信息公开)(?:单位|机关|范围|方式|属性)?[:：]/;
const printedEnd = /印发?(?:\(.*\)|共印\d+份)?[。.]?$/;

export interface Printed {
  by: string | null;
  date: string | null;
}

/** Wraps until the full stop, the next label or the printing line. */
function headed(imprint: readonly Line[], head: RegExp): Place<string[]> | undefined {
  const used: Line[] = [];
  let text = '';
  for (const [i, line] of imprint.entries()) {
    if (!head.test(line.text)) continue;
    let part = line.text.replace(head, '').replaceAll('\t', '');
    used.push(line);
    for (const next of imprint.slice(i + 1)) {
      if (/[。.]\s*$/.test(part) && !/^[\p{Script=Han}、，]+[，、。]/u.test(next.text)) break;
      if (anyHead.test(compact(next.text)) || printedEnd.test(compact(next.text)) || dateLine(next.text))
        break;
      if (isOrganName(next.text) && printedEnd.test(compact(imprint[imprint.indexOf(next) + 1]?.text ?? '')))
        break;
      part += next.text.trim();
      used.push(next);
    }
    text += `${text === '' ? '' : '，'}${part.trim().replace(/[。.]+$/, '')}`;
  }
  const names = addresseesIn(text.replaceAll(/[。；;]/g, '，'));
  return names.length > 0 ? placeOver(names, used) : undefined;
}

export const findCopiedTo = (imprint: readonly Line[]): Place<string[]> | undefined =>
  headed(imprint, copyHead);
/** Kinds without addressees above the text name them here. */
export const findSentTo = (imprint: readonly Line[]): Place<string[]> | undefined =>
  headed(imprint, sentHead);

/** `示范县人民政府办公室 2026年9月1日印发`, or the body on the line above. */
export function findPrinted(imprint: readonly Line[]): Place<Printed> | undefined {
  for (const [i, line] of imprint.entries()) {
    const wrapped = /^印发?$/.test(compact(imprint[i + 1]?.text ?? '')) ? '印发' : '';
    const plain = compact(line.text) + wrapped;
    if (!printedEnd.test(plain) || !plain.includes('日')) continue;
    const dated = dateLine(plain.replace(printedEnd, ''));
    if (!dated) continue;
    const above = imprint[i - 1];
    const named = dated.before.replace(/^印发(?:单位|机关)?[:：]/, '');
    const by = named === '' && above && isOrganName(above.text) ? compact(above.text) : named;
    const lines = named === '' && by !== '' && above ? [above, line] : [line];
    return placeOver({ by: by === '' ? null : by, date: dated.date }, lines);
  }
  return undefined;
}
