import type { CatalogueItem } from '@gongkai/domain/catalogue-item.ts';
import { expect, it } from 'vitest';
import { gapsOf, type ItemFacts } from './gaps.ts';
import { readLimit } from './limit-text.ts';

const item = (limit: string, more: Partial<CatalogueItem> = {}): CatalogueItem =>
  ({
    id: 'budgets-1',
    first: '预算',
    second: '',
    since: '2026-01-01',
    proactive: true,
    limit: readLimit(limit),
    ...more,
  }) as CatalogueItem;
const kinds = (limit: string, facts: Partial<ItemFacts>, more: Partial<CatalogueItem> = {}) =>
  gapsOf(item(limit, more), { overdue: 0, hasColumn: true, ...facts }, '2026-11-23').map((g) => g.kind);

it.each<[string, Partial<ItemFacts>, string[]]>([
  ['20个工作日内', {}, ['no-document']],
  ['20个工作日内', { newest: '2020-01-01' }, []],
  ['20个工作日内', { newest: '2026-11-01', overdue: 2 }, ['overdue']],
  ['20个工作日内', { newest: '2026-11-01', hasColumn: false }, ['no-column']],
  ['每年1月31日前', { newest: '2026-01-20' }, []],
  // The report of January 2026 never came.
  ['每年1月31日前', { newest: '2025-01-20' }, ['stale']],
  ['每年1月31日前', { newest: '2025-11-20' }, []],
  ['每季度', { newest: '2026-09-30' }, []],
  ['每季度', { newest: '2026-07-01' }, ['stale']],
  ['及时公开', { newest: '2026-06-01' }, []],
  ['及时公开', { newest: '2026-05-01' }, ['stale']],
  ['按规定', { newest: '2020-05-01' }, []],
])('%s with %o: %j', (limit, facts, expected) => expect(kinds(limit, facts)).toEqual(expected));

it('an item on request only has no gap', () =>
  expect(kinds('20个工作日内', {}, { proactive: false, onRequest: true })).toEqual([]));
