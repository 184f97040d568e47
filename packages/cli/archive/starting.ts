/**
 * Workflows go on in another place by starting over: every step that was done answers at once with what was done,
 * decided tasks answer with their decision, and the first open task takes the new token in place of the old one.
 */
import type { Workflow } from '@gongkai/platform/ports.ts';
import type { ArchivedExecution } from './format.ts';

/** Whether it was started now. What runs, or was started since the import began, is left alone. */
export async function startAgain(
  workflow: Workflow,
  { machine, name, input }: ArchivedExecution,
  begunAt: string,
): Promise<boolean> {
  for (let round = 1; ; round++) {
    // A name counts for 90 days in the cloud: an execution that ended there before does not stand in the way.
    const as = round === 1 ? name : `${name}-r${round}`;
    const known = await workflow.describe(machine, as);
    // Asked first: the cloud answers a second start of what runs as it answered the first.
    if (!known) return (await workflow.start(machine, as, input)) === 'started';
    if (known.status === 'RUNNING' || known.startedAt >= begunAt) return false;
  }
}

/** Names of those that run here already. */
export async function leftRunning(
  workflow: Workflow,
  executions: readonly ArchivedExecution[],
): Promise<string[]> {
  const left: string[] = [];
  for (const { machine, name } of executions)
    if ((await workflow.describe(machine, name))?.status === 'RUNNING') left.push(name);
  return left;
}
