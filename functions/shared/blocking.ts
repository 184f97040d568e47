/**
 * What must not go out of a text. The same text, screened by this process on the same day, so by the same rules, is
 * not screened again: the last gate then reads what the first screening found.
 */
import { createHash } from 'node:crypto';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import type { Finding } from '@gongkai/screening/types.ts';
import type { Screener } from './screening.ts';

export type Blocking = Pick<Finding, 'match' | 'excerpt'>;

const remembered = new Map<string, readonly Blocking[]>();
/** Documents between screening and publication in a rush; most wait longer, and are screened again. */
const rememberedTexts = 500;

export async function blockingIn(
  text: string,
  today: LocalDate,
  screener: Screener = screenHere,
): Promise<readonly Blocking[]> {
  const known = remembered.get(keyOf(text, today));
  if (known) return known;
  return (await screener({ text, today })).filter((f) => f.severity === 'block');
}

/** Loaded on use: a step that runs again publishes without the recognisers. */
const screenHere: Screener = async (input) => (await import('@gongkai/screening/screen.ts')).screen(input);

/** Why a reason that a person wrote must not be public; undefined when it may. */
export async function whyNotPublic(
  name: string,
  text: string,
  today: LocalDate,
): Promise<string | undefined> {
  const found = await blockingIn(text, today);
  if (found.length === 0) return undefined;
  return `${name}中有 ${found.length} 处不能公开的内容（${found.map((f) => f.excerpt).join('；')}），请删去后再提交。`;
}

export function rememberBlocking(text: string, today: LocalDate, found: readonly Blocking[]): void {
  remembered.set(keyOf(text, today), found);
  if (remembered.size > rememberedTexts) remembered.delete(remembered.keys().next().value!);
}

const keyOf = (text: string, today: LocalDate): string =>
  createHash('sha256').update(`${today}\n`).update(text).digest('base64');
