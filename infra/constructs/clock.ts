/** What runs by the clock. Schedules fire at least once: every function may run twice. */
import { Duration, TimeZone } from 'aws-cdk-lib';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { every, raiseAlarm } from './alarm.ts';

interface Clock {
  watchClock: IFunction;
  reportMetrics: IFunction;
  buildSite: IFunction;
  publishDigest: IFunction;
  sendDigests: IFunction;
  screenPublished: IFunction;
  /** Rounds that could not be delivered. */
  lost: IQueue;
  notify: IAlarmAction | undefined;
}

export function clock(
  scope: Construct,
  { watchClock, reportMetrics, buildSite, publishDigest, sendDigests, screenPublished, lost, notify }: Clock,
): Schedule[] {
  const role = new Role(scope, 'ClockRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [watchClock, reportMetrics, buildSite, publishDigest, sendDigests, screenPublished].map(
        (fn) => fn.functionArn,
      ),
    }),
  );
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [lost.queueArn] }));
  // The next round comes soon enough: an old one is not worth trying again.
  const target = {
    role: role.withoutPolicyUpdates(),
    retryAttempts: 0,
    maxEventAge: Duration.minutes(10),
    deadLetterQueue: lost,
  };
  const at = (id: string, minute: string, fn: IFunction, hour = '*'): Schedule =>
    new Schedule(scope, id, {
      schedule: ScheduleExpression.cron({ minute, hour, timeZone: TimeZone.ASIA_SHANGHAI }),
      target: new LambdaInvoke(fn, target),
    });
  raiseAlarm(scope, 'ClockStandsStill', {
    metric: watchClock.metricInvocations(every.hour),
    onSilence: true,
    impact:
      'The clock-watcher has not run for an hour: no reminders, no escalation, no reassessments. Look at the schedule.',
    runbook: 'The clock stands still',
    notify,
  });
  raiseAlarm(scope, 'NothingIsMeasured', {
    metric: reportMetrics.metricInvocations(every.hour),
    onSilence: true,
    impact: 'Nobody would be told that tasks wait too long or that the feed stands still.',
    runbook: 'Nothing is measured',
    notify,
  });
  return [
    at('EveryQuarterHour', '0/15', watchClock),
    // After the watcher, so that what it has just done is not measured as undone.
    at('EveryQuarterHourAfter', '2/15', reportMetrics),
    at('EveryHour', '7', buildSite),
    at('EveryHourLater', '37', screenPublished),
    // The day before is over, also for a step that began in it. The second time is for a first that was lost.
    at('EveryNight', '20', publishDigest, '1,4'),
    // Again an hour later: for mails that were not taken, and for a round that was lost.
    at('EveryMorning', '30', sendDigests, '8,9'),
  ];
}
