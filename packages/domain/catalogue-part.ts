/** One department's part of a field: drafted, filed, returned or approved. The rows are in files, named by hash. */
import * as z from 'zod';
import { localDateSchema } from './deadline.ts';
import { WrongState } from './errors.ts';
import { actorSchema, append, historyEntrySchema } from './history.ts';
import type { Act } from './document.ts';
import type { Kind } from './indexes.ts';

export const partStates = ['empty', 'draft', 'filed', 'returned', 'approved'] as const;
export type PartState = (typeof partStates)[number];

export const partStateName: Record<PartState, string> = {
  empty: '未填报',
  draft: '填报中',
  filed: '已报送，待审核',
  returned: '已退回',
  approved: '已通过',
};

export const partTransitions: Record<PartState, readonly PartState[]> = {
  empty: ['draft'],
  draft: ['draft', 'filed'],
  filed: ['returned', 'approved'],
  returned: ['draft', 'filed'],
  approved: ['draft'],
};

const rowsSchema = z.object({
  sha256: z.string(),
  rows: z.int().nonnegative(),
  at: z.string(),
  actor: actorSchema,
});

const partSchema = z.object({
  kind: z.literal('catalogue-part'),
  /** `<field>.<department>`. */
  id: z.string(),
  version: z.int(),
  field: z.string(),
  department: z.string(),
  state: z.enum(partStates),
  /** Counts filings. */
  revision: z.int().nonnegative(),
  draft: rowsSchema.optional(),
  filed: rowsSchema.extend({ reason: z.string() }).optional(),
  returned: z.object({ reason: z.string(), at: z.string() }).optional(),
  /** Items with their ids; in force from this day. */
  approved: rowsSchema.extend({ reason: z.string(), from: localDateSchema }).optional(),
  /** What follows from the last change is not done yet: tasks, or the field's new edition. */
  unsettled: z.boolean(),
  history: z.array(historyEntrySchema),
});
export type CataloguePart = z.infer<typeof partSchema>;

export const partKind: Kind<CataloguePart> = {
  name: 'catalogue-part',
  parse: (value) => partSchema.parse(value),
  places: (p) => (p.unsettled ? { 'catalogue-to-settle': { partition: 'unsettled', sort: p.id } } : {}),
};

export const partId = (field: string, department: string): string => `${field}.${department}`;
export const partOf = (id: string): { field: string; department: string } => {
  const [field = '', department = ''] = id.split('.');
  return { field, department };
};

export const emptyPart = (field: string, department: string): CataloguePart => ({
  kind: 'catalogue-part',
  id: partId(field, department),
  version: 0,
  field,
  department,
  state: 'empty',
  revision: 0,
  unsettled: false,
  history: [],
});

/** Moves a part to another state, or throws {@link WrongState}. Pure. `contentHash`: of the rows that were judged. */
export function movePart(
  part: CataloguePart,
  to: PartState,
  act: Act & { contentHash?: string },
  changes: Partial<CataloguePart> = {},
): CataloguePart {
  if (!partTransitions[part.state].includes(to))
    throw new WrongState(
      `目录当前状态为“${partStateName[part.state]}”，不能转为“${partStateName[to]}”。`,
      part.state,
    );
  const { reason, contentHash } = act;
  return {
    ...part,
    ...changes,
    state: to,
    history: append(part.history, {
      at: act.at,
      actor: act.actor,
      action: act.action,
      ...(part.state === to ? {} : { from: part.state, to }),
      ...(reason === undefined || reason === '' ? {} : { reason }),
      ...(contentHash === undefined ? {} : { contentHash }),
    }),
  };
}
