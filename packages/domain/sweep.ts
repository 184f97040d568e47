/** How far a sweep has come that goes on where it stopped. */
import * as z from 'zod';
import type { Kind } from './indexes.ts';

const sweepSchema = z.object({
  kind: z.literal('sweep'),
  id: z.string(),
  version: z.int(),
  /** Sort key: what stands before it in the index is done. */
  upTo: z.string(),
});
export type Sweep = z.infer<typeof sweepSchema>;

export const sweepKind: Kind<Sweep> = {
  name: 'sweep',
  parse: (value) => sweepSchema.parse(value),
  places: () => ({}),
};

/** Over the closed tasks whose workflow must hear of it. */
export const answersSweep = 'answers';

/** Over the open tasks after a change of the organisation: its fingerprint and, while it is under way, a cursor. */
export const handingOnSweep = 'handing-on';
