/** The product's own figures as report-metrics writes them, and alarms on those that mean somebody waits in vain. */
import { Duration } from 'aws-cdk-lib';
import { type IAlarmAction, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import {
  feedBehindSeconds,
  forgottenAfterDays,
  metricNames,
  metricNamespace,
} from '@gongkai/domain/operability.ts';
import { type TaskKind, taskKinds } from '@gongkai/domain/task.ts';
import type { Stage } from '../stages.ts';
import { every, raiseAlarm } from './alarm.ts';
import { constructId } from './function-names.ts';

export type Figures = ReturnType<typeof figuresOf>;

export function figuresOf({ name, mail }: Pick<Stage, 'name' | 'mail'>) {
  const metric = (metricName: string, more: Record<string, string> = {}): Metric =>
    new Metric({
      namespace: metricNamespace,
      metricName,
      dimensionsMap: { Stage: name, ...more },
      statistic: 'Maximum',
      period: Duration.minutes(15),
    });
  return {
    oldestWaitingTask: (Kind: TaskKind) => metric(metricNames.oldestWaitingTask, { Kind }),
    tasksOpen: metric(metricNames.tasksOpen),
    tasksOverdue: metric(metricNames.tasksOverdue),
    tasksUnanswered: metric(metricNames.tasksUnanswered),
    feedBehind: metric(metricNames.feedBehind),
    mailsFailed: metric(metricNames.mailsFailed).with({ statistic: 'Sum' }),
    /** SES counts per account and region, whoever sent. */
    mailsBounced:
      mail.transport === 'ses'
        ? new Metric({ namespace: 'AWS/SES', metricName: 'Bounce', ...every.hour })
        : undefined,
  };
}

export function watchFigures(scope: Construct, figures: Figures, notify: IAlarmAction | undefined): void {
  for (const kind of taskKinds)
    raiseAlarm(scope, `${constructId(kind)}WaitsTooLong`, {
      metric: figures.oldestWaitingTask(kind),
      threshold: forgottenAfterDays[kind] * 86_400,
      impact: `A document or a duty stands still: a task “${kind}” has been open for ${forgottenAfterDays[kind]} days in spite of reminders.`,
      runbook: 'A task waits too long',
      notify,
    });
  raiseAlarm(scope, 'DecisionsUnanswered', {
    metric: figures.tasksUnanswered,
    periods: 2,
    impact: 'People have decided and nothing follows: the workflow cannot be told.',
    runbook: 'Decisions do not reach the workflow',
    notify,
  });
  raiseAlarm(scope, 'FeedStandsStill', {
    metric: figures.feedBehind,
    threshold: feedBehindSeconds,
    // A publication or a withdrawal under way looks like this for some seconds; twice in a row it does not.
    periods: 2,
    impact: 'A document is published, but the public does not find it in the lists and feeds.',
    runbook: 'The feed is not rebuilt',
    notify,
  });
  raiseAlarm(scope, 'MailFails', {
    metric: figures.mailsFailed,
    threshold: 5,
    periods: 2,
    impact: 'Reviewers are not asked and departments are not told: the mail server does not take mail.',
    runbook: 'Mail cannot be delivered',
    notify,
  });
  if (figures.mailsBounced)
    raiseAlarm(scope, 'MailBounces', {
      metric: figures.mailsBounced,
      impact: 'Somebody of the organisation does not get mail: an address is wrong or a mailbox is full.',
      runbook: 'Mail bounces',
      notify,
    });
}
