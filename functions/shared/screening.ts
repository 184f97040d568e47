/** Screening of a whole document: every file, findings numbered across them. */
import { createHash } from 'node:crypto';
import { screen } from '@gongkai/screening/screen.ts';
import type { Finding } from '@gongkai/screening/types.ts';
import { type Findings, type Text, visibleText } from './findings-file.ts';

/** `today` (`YYYY-MM-DD`): nobody is born later. */
export const screenFiles = (files: Text['files'], today: string): Findings['findings'] =>
  files
    .flatMap((file) => {
      const all = screen({ blocks: file.blocks, hidden: file.hidden, fileName: file.name, today });
      const text = visibleText(file);
      remember(
        keyOf(text, today),
        all.filter((f) => f.severity === 'block' && f.place.hidden === undefined),
      );
      return all.map((found) => ({ slot: file.slot, found }));
    })
    .map(({ slot, found }, i) => numbered(`f${i + 1}`, slot, found));

export type Blocking = Pick<Finding, 'match' | 'excerpt'>;

/**
 * What must not go out of a text. The same text, screened by this process on the same day, so by the same rules, is
 * not screened again.
 */
export const blockingIn = (text: string, today: string): readonly Blocking[] =>
  remembered.get(keyOf(text, today)) ?? screen({ text, today }).filter((f) => f.severity === 'block');

const remembered = new Map<string, readonly Blocking[]>();
/** Documents between screening and publication in a rush; most wait longer, and are screened again. */
const rememberedTexts = 500;

function remember(key: string, found: readonly Blocking[]): void {
  remembered.set(key, found);
  if (remembered.size > rememberedTexts) remembered.delete(remembered.keys().next().value!);
}

const keyOf = (text: string, today: string): string =>
  createHash('sha256').update(`${today}\n`).update(text).digest('base64');

const numbered = (id: string, slot: number, found: Finding): Findings['findings'][number] => ({
  id,
  slot,
  kind: found.kind,
  severity: found.severity,
  line: found.place.line,
  start: found.place.start,
  end: found.place.end,
  match: found.match,
  excerpt: found.excerpt,
  rule: found.rule,
  law: found.law,
  why: found.why,
  ...(found.scope ? { scope: found.scope } : {}),
  ...(found.place.hidden === undefined ? {} : { hidden: found.place.hidden }),
});
