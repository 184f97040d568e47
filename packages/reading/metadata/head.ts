/** 版头 besides the number: 份号, 紧急程度, 签发人 (GB/T 9704-2012, 7.2). */
import { compact } from '../clean.ts';
import { type Line, place, type Place } from './line.ts';

const urgency =
  /^(?:(?:\d{1,8})|份号[:：]?\d*|(?:绝密|机密|秘密).{0,12})?(?:紧急程度[:：]?|等级[:：]?)?(特急|加急|平急|特提|急件)(?:[·・.]?明电|电报)?$/;
const urgencyBeside = /^(?:等级[:：\s\u3000]*)?(特急|加急|平急|特提)(?:[·•・.]明电)?(?:\s|\u3000|\t)/;
const urgencyNamed = /(?:等级|紧急程度)[:：\s\u3000]*(特急|加急|平急|特提)/;
const copyNumber = /^(?:份号[:：]?|No[.:]?)?(\d{6})(?:$|\D)/i;
/** Names end where the next label or the end of the line is. */
const signer = /(?:签\s*发\s*人?|会\s*签\s*人?)\s*[:：]\s*([\p{Script=Han}·、，,\s\u3000]+)/gu;

export function findUrgency(head: readonly Line[]): Place<string> | undefined {
  for (const line of head) {
    const found =
      urgency.exec(compact(line.text))?.[1] ??
      urgencyBeside.exec(line.text)?.[1] ??
      urgencyNamed.exec(line.text)?.[1];
    if (found !== undefined) return place(found, line);
  }
  return undefined;
}

export function findCopyNumber(head: readonly Line[]): Place<string> | undefined {
  const [first, second] = head;
  for (const line of [first, second]) {
    const found = line && copyNumber.exec(compact(line.text))?.[1];
    if (line && found !== undefined) return place(found, line);
  }
  return undefined;
}

/** Several for joint documents; two-character names are written with a gap. */
export function findSigners(head: readonly Line[]): Place<string[]> | undefined {
  const names: string[] = [];
  let first: Line | undefined;
  for (const [i, line] of head.entries()) {
    const texts = [...line.text.normalize('NFKC').matchAll(signer)].map((m) => m[1]!);
    if (texts.length === 0) continue;
    first ??= line;
    for (const text of texts) names.push(...namesIn(text));
    if (texts.join('').trim() === '' && head[i + 1]) names.push(...namesIn(head[i + 1]!.text));
  }
  return first && names.length > 0 ? place([...new Set(names)], first) : undefined;
}

function namesIn(text: string): string[] {
  const words = text.split(/[\s\u3000、，,]+/).filter((w) => /^[\p{Script=Han}·]+$/u.test(w));
  const names: string[] = [];
  for (let i = 0; i < words.length; i++)
    names.push(words[i]!.length === 1 && words[i + 1]?.length === 1 ? words[i]! + words[++i]! : words[i]!);
  return names.filter((n) => n.length >= 2 && n.length <= 15);
}
