/** docs/security.md names a test for every defence: each is there, under exactly this name. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/security.md', root), 'utf8');
/** `| 1.2.1 | attack | defence | \`file\` › title |` */
const rows = [...page.matchAll(/^\| (?:\d+\.\d[^|]*)\|[^|]*\|[^|]*\| `([^`]+)` › (.+) \|$/gm)].map(
  ([, file, title]) => ({ file: file!, title: title! }),
);

describe('the security table', () => {
  it('has a test in every row', () => {
    const requirements = page.match(/^\| \d+\.\d/gm)!;
    expect(rows).toHaveLength(requirements.length);
    expect(rows.length).toBeGreaterThan(40);
  });

  it.each(rows)('$file › $title', ({ file, title }) => {
    const url = new URL(file, root);
    expect(existsSync(url)).toBe(true);
    const source = readFileSync(url, 'utf8').replaceAll("\\'", "'");
    expect(source).toContain(title);
  });
});
