/** Where a page of an index ended. Opaque outside; it names no partition, so it opens no other list. */
import * as z from 'zod';
import { InputRefused } from '@gongkai/domain/errors.ts';

export interface Cursor {
  sort: string;
  key: string;
}

const schema = z.tuple([z.string(), z.string()]);

export const writeCursor = ({ sort, key }: Cursor): string =>
  Buffer.from(JSON.stringify([sort, key])).toString('base64url');

/** It may have come back through an address bar: throws {@link InputRefused} when it is not one of ours. */
export function readCursor(cursor: string): Cursor {
  try {
    const [sort, key] = schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { sort, key };
  } catch (cause) {
    throw new InputRefused('翻页地址无效，请回到第一页重新查看。', { cause });
  }
}
