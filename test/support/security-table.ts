/** The table of docs/security.md: `| requirement | attack | defence | \`test file\` › title |`. */
import { readFileSync } from 'node:fs';

export interface SecurityRow {
  requirement: string;
  file: string;
  /** As written in the test, `%s` and `%j` included. */
  title: string;
}

export const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/security.md', root), 'utf8');

/** How many rows there are, whether or not they name a test. */
export const requirementCount = page.match(/^\| \d+\.\d/gm)!.length;
export const securityRows: readonly SecurityRow[] = [
  ...page.matchAll(/^\| (\d+\.\d[^|]*)\|[^|]*\|[^|]*\| `([^`]+)` › (.+) \|$/gm),
].map(([, requirement, file, title]) => ({
  requirement: requirement!.trim(),
  file: file!,
  title: title!,
}));
