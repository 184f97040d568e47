/** docs/security.md names a test for every defence: each is there, under exactly this name. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { requirementCount, root, securityRows } from '../support/security-table.ts';

describe('the security table', () => {
  it('has a test in every row', () => {
    expect(securityRows).toHaveLength(requirementCount);
    expect(securityRows.length).toBeGreaterThan(40);
  });

  it.each(securityRows)('$file › $title', ({ file, title }) => {
    const url = new URL(file, root);
    expect(existsSync(url)).toBe(true);
    const source = readFileSync(url, 'utf8').replaceAll("\\'", "'");
    expect(source).toContain(title);
  });
});
