/** Cheap, so that no defence moves away from its proof unseen; `npm run defences` takes each away in earnest. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { root, securityRows } from '../support/security-table.ts';
import { defences } from './table.ts';

it('every row of docs/security.md says how its defence is taken away, and nothing else does', () => {
  expect(Object.keys(defences).toSorted()).toEqual(securityRows.map((row) => row.title).toSorted());
  expect(Object.entries(defences).filter(([, losses]) => losses.length === 0)).toEqual([]);
});

const edits = Object.values(defences).flat(2);
it.each(edits)('$file holds once: $passage', ({ file, passage, instead }) => {
  expect(readFileSync(new URL(file, root), 'utf8').split(passage)).toHaveLength(2);
  expect(instead).not.toBe(passage);
});
