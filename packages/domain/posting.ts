/** 公示: a list that a law orders to be posted for a time, by name; then it comes down by itself. */
import * as z from 'zod';
import { type LocalDate, localDateSchema } from './deadline.ts';

/** What orders a county to post lists and notices; other laws are written out. */
export const postingGrounds = [
  '社会救助暂行办法第十一条',
  '土地管理法实施条例第二十六条',
  '土地管理法实施条例第二十八条',
  '村民委员会组织法第三十条',
] as const;

export const postingSchema = z.object({
  /** Chinese: law and article. The public reads it. */
  ground: z.string(),
  /** The last day of the posting. */
  until: localDateSchema,
});
export type Posting = z.infer<typeof postingSchema>;

export const isOver = ({ until }: Posting, today: LocalDate): boolean => today > until;

/** On the tombstone. */
export const postingOver = ({ ground }: Posting): string => `公示期满（依据 ${ground}）`;
