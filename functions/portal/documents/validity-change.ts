/** What the form about a document's validity sends. */
import * as z from 'zod';
import { type LocalDate, localDateSchema } from '@gongkai/domain/deadline.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { assertValidityMayChange, validitySchema } from '@gongkai/domain/validity.ts';
import { validityInput } from '@gongkai/events/workflow.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { executionName } from '../../shared/execution-name.ts';
import { documents } from '../../shared/stores.ts';
import { publicReason } from './public-reason.ts';

/** The address of a public page, or the id in it. */
const documentAddress = /^(?:\S*\/documents\/)?([a-z0-9-]{1,40})(?:\.html)?(?:[?#]\S*)?$/;

/** What was entered, to be shown again beside what is wrong with it. */
export const entrySchema = z.object({
  state: z.string().optional().catch(undefined),
  since: z.string().optional().catch(undefined),
  basis: z.string().optional().catch(undefined),
  successor: z.string().optional().catch(undefined),
});

/**
 * Starts the workflow that marks the document; named by how many changes there were, so that a double click starts
 * it once. Answers what is wrong with the fields. Throws {@link WrongState} when the table allows no such change.
 */
export async function startMarking(
  { table, workflow, clock }: Pick<Deps, 'table' | 'workflow' | 'clock'>,
  document: GovDocument,
  actor: z.infer<typeof validityInput>['actor'],
  body: unknown,
): Promise<Record<string, string> | undefined> {
  const form = await validityForm(localDate(clock.now())).safeParseAsync(body);
  if (!form.success)
    return Object.fromEntries(form.error.issues.map(({ path, message }) => [String(path[0]), message]));
  const { state, since, basis, successor } = form.data;
  const change = { state, since, reason: basis, ...(successor === undefined ? {} : { successor }) };
  assertValidityMayChange(document, change);
  if (successor !== undefined && (await documents(table).get(successor))?.state !== 'published')
    return { successor: '本站没有公开这份文件，请核对网址。' };
  const changes = document.history.filter((entry) => entry.action.startsWith('validity:')).length;
  await workflow.start(
    'validity',
    executionName(document.id, `validity-${changes + 1}`),
    validityInput.parse({ documentId: document.id, change, actor }),
  );
  return undefined;
}

/** Messages are Chinese; the keys of what is wrong are the names of the fields. */
const validityForm = (today: LocalDate) =>
  z.object({
    state: z.enum(validitySchema.options, { error: '请选择有效性。' }),
    since: localDateSchema
      .or(z.literal('').transform(() => today))
      .refine((date) => date <= today, { error: '日期不能晚于今天，请到生效当天再标注。' }),
    basis: publicReason('理由', today),
    successor: z
      .string()
      .trim()
      .default('')
      .refine((text) => text === '' || documentAddress.test(text), {
        error: '请粘贴替代文件公开页面的网址，例如 https://…/documents/….html。',
      })
      .transform((text) => documentAddress.exec(text)?.[1]),
  });
