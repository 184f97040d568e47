/** Public addresses that moved: one table, so that an old link never breaks. */
import * as z from 'zod';
import { InputRefused } from './errors.ts';
import { historyEntrySchema } from './history.ts';
import type { Kind } from './indexes.ts';

const movedPagesSchema = z.object({
  kind: z.literal('moved-pages'),
  id: z.literal('site'),
  version: z.int(),
  /** From path to path, both without leading slash; never a chain. */
  paths: z.record(z.string(), z.string()),
  history: z.array(historyEntrySchema),
});
export type MovedPages = z.infer<typeof movedPagesSchema>;

export const movedPagesKind: Kind<MovedPages> = {
  name: 'moved-pages',
  parse: (value) => movedPagesSchema.parse(value),
  places: () => ({}),
};

export const movedPagesId = 'site';

/** An item of the cloud's table holds 400 KB. */
const mostMoved = 1_000;
const pagePath = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*\.html$/i;

/** The table with one more move; what led to `from` leads on to `to`. Throws {@link InputRefused}. */
export function withMove(
  paths: Readonly<Record<string, string>>,
  { from, to }: { from: string; to: string },
): Record<string, string> {
  for (const path of [from, to])
    if (!pagePath.test(path))
      throw new InputRefused(
        `“${path}”不是网页的路径，请写成 columns/policies/index.html 的样子，开头不加斜杠。`,
      );
  if (Object.keys(paths).length >= mostMoved) throw new InputRefused(`最多登记 ${mostMoved} 个改变的地址。`);
  const end = paths[to] ?? to;
  if (end === from) throw new InputRefused('新地址又转回旧地址，请核对。');
  const moved = Object.entries(paths).map(([key, value]) => [key, value === from ? end : value] as const);
  return { ...Object.fromEntries(moved), [from]: end };
}
