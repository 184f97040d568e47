/** An alarm cannot be made without saying what it means for people and where the runbook goes on. */
import { Annotations, Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** The headings below "Alarms" in docs/runbook.md. */
export const runbookHeadings = [
  'A task waits too long',
  'Decisions do not reach the workflow',
  'An execution stopped',
  'A withdrawal stopped',
  'An upload was lost',
  'The search is not up to date',
  'A clock round was lost',
  'The clock stands still',
  'Nothing is measured',
  'The feed is not rebuilt',
  'Mail cannot be delivered',
  'Mail bounces',
  'A function fails',
  'The portal answers with errors',
  'The public site answers with errors',
] as const;
export type RunbookHeading = (typeof runbookHeadings)[number];

export interface AlarmProps {
  metric: IMetric;
  /** Who notices what, and what to do first; goes into the mail. */
  impact: string;
  /** Where to read on. */
  runbook: RunbookHeading;
  /** Alarms at this value and above. */
  threshold?: number;
  /** How many periods in a row. */
  periods?: number;
  /** Silence is the trouble: alarms below the threshold, and when there is no data. */
  onSilence?: boolean;
  notify?: IAlarmAction | undefined;
}

export function raiseAlarm(scope: Construct, id: string, props: AlarmProps): Alarm {
  if (props.impact.length < 20) Annotations.of(scope).addError(`Alarm ${id} does not say what it means.`);
  const alarm = new Alarm(scope, id, {
    metric: props.metric,
    alarmDescription: `${props.impact} Runbook (docs/runbook.md): ${props.runbook}.`,
    threshold: props.threshold ?? 1,
    evaluationPeriods: props.periods ?? 1,
    comparisonOperator: props.onSilence
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: props.onSilence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  if (props.notify) alarm.addAlarmAction(props.notify);
  return alarm;
}

export const every = {
  fiveMinutes: { statistic: 'Sum', period: Duration.minutes(5) },
  hour: { statistic: 'Sum', period: Duration.hours(1) },
} as const;
