/** Screening of a whole document: every file, findings numbered across them. */
import type { Posting } from '@gongkai/domain/posting.ts';
import { asPosted } from '@gongkai/screening/posted.ts';
import { screen } from '@gongkai/screening/screen.ts';
import type { Finding } from '@gongkai/screening/types.ts';
import { rememberBlocking } from './blocking.ts';
import type { Findings } from './findings-file.ts';
import { type Text, visibleText } from './text-file.ts';

/** `today` (`YYYY-MM-DD`): nobody is born later. `posting`: that the files are a list which a law orders to be posted. */
export const screenFiles = (files: Text['files'], today: string, posting?: Posting): Findings['findings'] =>
  files
    .flatMap((file) => {
      const found = screen({ blocks: file.blocks, hidden: file.hidden, fileName: file.name, today });
      const all = posting ? asPosted(found, posting.ground) : found;
      const text = visibleText(file);
      rememberBlocking(
        text,
        today,
        all.filter((f) => f.severity === 'block' && f.place.hidden === undefined),
      );
      return all.map((one) => ({ slot: file.slot, found: one }));
    })
    .map(({ slot, found }, i) => numbered(`f${i + 1}`, slot, found));

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
