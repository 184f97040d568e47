/** In brackets below a title: when, by whom and by which order a text was adopted; or when a speech was given. */
import { compact } from '../clean.ts';
import { documentNumberLine } from './document-number.ts';
import { isClosed, type Line, place, type Place } from './line.ts';
import { organNames } from './organ-name.ts';
import type { Outline } from './outline.ts';
import { leadingDate } from './written-date.ts';

export interface Adoption {
  date: Place<string>;
  issuers: Place<string>[];
  /** Of the order that promulgates it. */
  number: Place<string> | undefined;
}

/** `（2024年10月30日示范县人民政府令第9号公布 自2024年12月1日起施行）` */
const adopted = /^\(.{6,12}?日(.+?)(令第.{1,5}号)?(?:公布|发布|通过|批准|修订|修正|印发)/u;

export function findAdoption({ header, body }: Outline): Adoption | undefined {
  const lines = [...header, ...body.slice(0, 1)];
  for (const [i, line] of lines.entries()) {
    const wrapped = isClosed(line.text) ? '' : (lines[i + 1]?.text ?? '');
    const plain = compact(line.text + wrapped).replace(/^[—–-]+/, '(');
    const date = plain.startsWith('(') ? leadingDate(plain) : undefined;
    if (date === undefined) continue;
    const [, body = '', order] = adopted.exec(plain) ?? [];
    const number = order === undefined ? undefined : documentNumberLine(order);
    return {
      date: place(date, line, 'likely'),
      issuers: namesIn(body, line),
      number: number === undefined ? undefined : place(number, line, 'likely'),
    };
  }
  return undefined;
}

const namesIn = (text: string, line: Line): Place<string>[] =>
  organNames(text).map((name) => place(name, line, 'likely'));
