/** 文种, by how the title ends; and what a title says is passed on. */
import { type DocumentKind, documentKinds } from '@gongkai/domain/document-kind.ts';
import { compact } from '../clean.ts';
import type { Place } from './line.ts';

const suffix = /\([^()]{1,16}\)$/;
const ending = new RegExp(`(${documentKinds.join('|')})$`);
/** End in the sign of a kind and are none. */
const others = /(?:条令|指令|责令|司令|法令|公函集|信函|来函|说明函)$/;

export function kindOf(title: Place<string> | undefined): Place<DocumentKind> | undefined {
  if (!title) return undefined;
  const plain = compact(title.value).replace(suffix, '');
  const found = others.test(plain) ? undefined : ending.exec(plain)?.[1];
  if (found === undefined) return undefined;
  const value = found === '命令' ? '令' : (found as DocumentKind);
  const certainty = plain.includes('关于') || plain.length < 25 ? title.certainty : 'likely';
  return { ...title, value, certainty };
}

/** 转发…的通知, 印发…的通知: the name of what follows the document that passes it on. */
export function forwardedBy(title: Place<string> | undefined): Place<string> | undefined {
  const found =
    title && /(?:转发|批转|印发|颁发|发布|公布)(.{4,}?)的(?:通知|函|决定|公告|通报)$/u.exec(title.value)?.[1];
  return title && found !== undefined
    ? { ...title, value: found.replace(/^《([^《》]*)》$/, '$1') }
    : undefined;
}
