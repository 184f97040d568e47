import { describe, expect, it } from 'vitest';
import { fieldColumn, generalColumns } from './catalogue.ts';
import { seedFields } from './catalogue-seed.ts';

describe('the catalogue a county begins with', () => {
  it('has the 26 fields of the pilot catalogues (耿政办发〔2020〕49号 annex 1)', () =>
    expect(seedFields).toHaveLength(26));
  it('gives no two columns the same id, and fills every mandatory column tag', () => {
    const columns = [...generalColumns, ...seedFields.map(fieldColumn)];
    expect(new Set(columns.map((c) => c.id)).size).toBe(columns.length);
    for (const column of columns) expect(column.name && column.type && column.description).toBeTruthy();
  });
});
