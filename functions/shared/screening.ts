/** Screening of a whole document: every file, findings numbered across them. */
import { screen } from '@gongkai/screening/screen.ts';
import type { Findings, Text } from './findings-file.ts';

export function screenFiles(files: Text['files']): Findings['findings'] {
  return files
    .flatMap((file) =>
      screen({ blocks: file.blocks, hidden: file.hidden, fileName: file.name }).map((finding) => ({ file, finding })),
    )
    .map(({ file, finding }, i) => ({
      id: `f${i + 1}`,
      slot: file.slot,
      kind: finding.kind,
      severity: finding.severity,
      line: finding.place.line,
      start: finding.place.start,
      end: finding.place.end,
      match: finding.match,
      excerpt: finding.excerpt,
      rule: finding.rule,
      ...(finding.place.hidden === undefined ? {} : { hidden: finding.place.hidden }),
    }));
}
