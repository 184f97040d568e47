import { describe, expect, it } from 'vitest';
import { catalogueItems, columns, fields } from './catalogue.ts';

describe('the catalogue', () => {
  it('has the 26 fields of the pilot catalogues (耿政办发〔2020〕49号 annex 1)', () =>
    expect(fields).toHaveLength(26));
  it('gives every item a column, and no two things the same id', () => {
    const ids = new Set(columns.map((c) => c.id));
    for (const item of catalogueItems) expect(ids).toContain(item.column);
    expect(ids.size).toBe(columns.length);
    expect(new Set(catalogueItems.map((i) => i.id)).size).toBe(catalogueItems.length);
  });
  it('fills every mandatory column tag of the government-site rules', () => {
    for (const column of columns) expect(column.name && column.type && column.description).toBeTruthy();
  });
});
