/** 主题词, which the layout before GB/T 9704-2012 put above the copy line. */
import { type Line, type Place, place } from './line.ts';

const head = /^\s*主\s*题\s*词\s*[:：]/u;
const most = 10;

export function findKeywords(imprint: readonly Line[]): Place<string[]> | undefined {
  const line = imprint.find((l) => head.test(l.text));
  const words = line?.text
    .replace(head, '')
    .split(/[\s\u3000,，、;；]+/)
    .filter((word) => /^[\p{Script=Han}\p{L}\d]{2,20}$/u.test(word));
  return line && words && words.length > 0 ? place(words.slice(0, most), line) : undefined;
}
