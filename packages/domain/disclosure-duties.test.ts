import { expect, test } from 'vitest';
import { column } from './catalogue.ts';
import { disclosureDuties } from './disclosure-duties.ts';

test('article 20 has its fifteen items, in order', () => {
  expect(disclosureDuties.filter((d) => d.article === 20).map((d) => d.item)).toEqual(
    Array.from({ length: 15 }, (_, i) => i + 1),
  );
});

test('every column a duty names exists', () => {
  const named = disclosureDuties.flatMap((d) => d.columns);
  expect(named.filter((id) => !column(id))).toEqual([]);
});
