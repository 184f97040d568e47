/** How one machine does: the cloud's figures, and what only one machine knows. No titles, names or texts. */
import { type Figures, measure } from '@gongkai/functions/report-metrics/measure.ts';
import { feedBehindSeconds, forgottenAfterDays } from '@gongkai/domain/operability.ts';
import { taskKinds } from '@gongkai/domain/task.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { MailQueue } from '@gongkai/platform/embedded/mail.ts';
import type { ExecutionState, MachineName, Workflow } from '@gongkai/platform/ports.ts';

export interface Health extends Figures {
  status: 'ok' | 'attention';
  /** Headings of docs/runbook.md to read. */
  attention: string[];
  mailsWaiting: number;
  /** Of these, how many were tried in vain. */
  mailsFailed: number;
  /** That failed or timed out in the last 90 days; at most 100 of each machine and kind are counted. */
  executionsStopped: Record<MachineName, number>;
}

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;

export const createHealth =
  (deps: Needs, { mail, workflow }: { mail: Pick<MailQueue, 'waiting' | 'failing'>; workflow: Workflow }) =>
  async (): Promise<Health> => {
    const [figures, publication, reassessment, withdrawal, validity] = await Promise.all([
      measure(deps),
      stopped(workflow, 'publication'),
      stopped(workflow, 'reassessment'),
      stopped(workflow, 'withdrawal'),
      stopped(workflow, 'validity'),
    ]);
    const facts = {
      ...figures,
      mailsWaiting: mail.waiting(),
      mailsFailed: mail.failing(),
      executionsStopped: { publication, reassessment, withdrawal, validity },
    };
    const attention = headingsFor(facts);
    return { status: attention.length === 0 ? 'ok' : 'attention', attention, ...facts };
  };

const endings: ExecutionState['status'][] = ['FAILED', 'TIMED_OUT'];

async function stopped(workflow: Workflow, machine: MachineName): Promise<number> {
  const pages = await Promise.all(endings.map((status) => workflow.list(machine, { status, limit: 100 })));
  return pages.reduce((sum, page) => sum + page.items.length, 0);
}

function headingsFor(facts: Omit<Health, 'status' | 'attention'>): string[] {
  const { executionsStopped: stopped } = facts;
  const forgotten = taskKinds.some(
    (kind) => facts.oldestWaitingTask[kind] >= forgottenAfterDays[kind] * 86_400,
  );
  const troubles: [boolean, string][] = [
    [forgotten, 'A task waits too long'],
    [facts.tasksUnanswered > 0, 'Decisions do not reach the workflow'],
    [stopped.publication + stopped.reassessment + stopped.validity > 0, 'An execution stopped'],
    [stopped.withdrawal > 0, 'A withdrawal stopped'],
    [facts.feedBehind >= feedBehindSeconds, 'The feed is not rebuilt'],
    [facts.mailsFailed > 0, 'Mail cannot be delivered'],
  ];
  return troubles.filter(([is]) => is).map(([, heading]) => heading);
}
