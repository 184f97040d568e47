/** What a row must become. Written by hand beside each template, never taken from a run. */
import type { ItemContent } from '@gongkai/domain/catalogue-item.ts';

export interface ExpectedField {
  field: string;
  items: ItemContent[];
}

export interface FilledTemplate {
  /** Which habits of offices it shows. */
  about: string;
  fileName: string;
  bytes: () => Uint8Array;
  expected: ExpectedField[];
}

export const workingDays = (text: string, count: number, after: string): ItemContent['limit'] => ({
  text,
  due: { kind: 'within', count, unit: 'working-day', after },
  understood: true,
});
