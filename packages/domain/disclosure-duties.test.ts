import { expect, test } from 'vitest';
import { fieldColumn, generalColumns } from './catalogue.ts';
import { seedFields } from './catalogue-seed.ts';
import { disclosureDuties } from './disclosure-duties.ts';

test('article 20 has its fifteen items, in order', () => {
  expect(disclosureDuties.filter((d) => d.article === 20).map((d) => d.item)).toEqual(
    Array.from({ length: 15 }, (_, i) => i + 1),
  );
});

test('every column a duty names exists', () => {
  const named = disclosureDuties.flatMap((d) => d.columns);
  const columns = new Set([...generalColumns, ...seedFields.map(fieldColumn)].map((c) => c.id));
  expect(named.filter((id) => !columns.has(id))).toEqual([]);
});
