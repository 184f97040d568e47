/** Screening of a whole document: every file, findings numbered across them. */
import type { Posting } from '@gongkai/domain/posting.ts';
import { asPosted } from '@gongkai/screening/posted.ts';
import { screen, type ScreenInput } from '@gongkai/screening/screen.ts';
import type { Finding } from '@gongkai/screening/types.ts';
import { rememberBlocking } from './blocking.ts';
import type { Findings } from './findings-file.ts';
import { type Text, visibleText } from './text-file.ts';

/** `screen` here, or where it keeps nobody waiting. */
export type Screener = (input: ScreenInput) => Finding[] | Promise<Finding[]>;

interface Screening {
  /** `YYYY-MM-DD`: nobody is born later. */
  today: string;
  /** That the files are a list which a law orders to be posted. */
  posting?: Posting | undefined;
  screener?: Screener | undefined;
}

export async function screenFiles(files: Text['files'], how: Screening): Promise<Findings['findings']> {
  const found = await Promise.all(
    files.map(async (file) => (await screenFile(file, how)).map((one) => ({ slot: file.slot, found: one }))),
  );
  return found.flat().map((one, i) => numbered(`f${i + 1}`, one.slot, one.found));
}

async function screenFile(
  file: Text['files'][number],
  { today, posting, screener = screen }: Screening,
): Promise<Finding[]> {
  const found = await screener({ blocks: file.blocks, hidden: file.hidden, fileName: file.name, today });
  const all = posting ? asPosted(found, posting.ground) : found;
  rememberBlocking(
    visibleText(file),
    today,
    all.filter((f) => f.severity === 'block' && f.place.hidden === undefined),
  );
  return all;
}

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
