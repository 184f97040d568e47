/** What runs by the clock. Schedules fire at least once: both functions may run twice. */
import { Duration, TimeZone } from 'aws-cdk-lib';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import { every, raiseAlarm } from './alarm.ts';

interface Clock {
  watchClock: IFunction;
  buildSite: IFunction;
  notify: IAlarmAction | undefined;
}

export function clock(scope: Construct, { watchClock, buildSite, notify }: Clock): Schedule[] {
  const timeZone = TimeZone.ASIA_SHANGHAI;
  // The next round comes soon enough: an old one is not worth trying again.
  const role = new Role(scope, 'ClockRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [watchClock.functionArn, buildSite.functionArn],
    }),
  );
  const target = { role: role.withoutPolicyUpdates(), retryAttempts: 0, maxEventAge: Duration.minutes(10) };
  raiseAlarm(scope, 'ClockStandsStill', {
    metric: watchClock.metricInvocations(every.hour),
    onSilence: true,
    impact:
      'The clock-watcher has not run for an hour: no reminders, no escalation, no reassessments. Look at the schedule.',
    notify,
  });
  return [
    new Schedule(scope, 'EveryQuarterHour', {
      schedule: ScheduleExpression.cron({ minute: '0/15', timeZone }),
      target: new LambdaInvoke(watchClock, target),
    }),
    new Schedule(scope, 'EveryHour', {
      schedule: ScheduleExpression.cron({ minute: '7', timeZone }),
      target: new LambdaInvoke(buildSite, target),
    }),
  ];
}
