/** Is the document interpreted already? Then nobody is asked. */
import type * as z from 'zod';
import { type findInterpretationOutput, stepInput } from '@gongkai/events/workflow.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { documentOf } from '../shared/step.ts';

export const createFindInterpretation =
  (deps: Pick<Deps, 'table'>) =>
  async (event: unknown): Promise<z.infer<typeof findInterpretationOutput>> => {
    const document = await documentOf(deps, stepInput.parse(event));
    // A withdrawn document needs no interpretation any more.
    return { found: document.interpretations.length > 0 || document.state !== 'published' };
  };
