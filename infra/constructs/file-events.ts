/** Files that arrive reach whom they concern (uploads the workflow, search entries the index), or a queue that alarms. */
import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { IAlarmAction, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { searchFolder } from '@gongkai/domain/search-folder.ts';
import { accept } from './accept.ts';
import { every, raiseAlarm } from './alarm.ts';

/** Events nobody could deliver or handle; kept as long as a queue keeps anything. */
export function lostEvents(
  scope: Construct,
  notify: IAlarmAction | undefined,
): Record<'uploads' | 'rounds' | 'entries', Queue> {
  const uploads = deadLetters(scope, 'LostEvents');
  raiseAlarm(scope, 'EventsLost', {
    metric: waiting(uploads),
    impact: 'An upload is complete but its workflow did not start. The message names the key of the file.',
    runbook: 'An upload was lost',
    notify,
  });
  const rounds = deadLetters(scope, 'LostRounds');
  raiseAlarm(scope, 'RoundsLost', {
    metric: waiting(rounds),
    impact:
      'A round of the clock failed three times; reminders or pages come late if the next one fails, too.',
    runbook: 'A clock round was lost',
    notify,
  });
  const entries = deadLetters(scope, 'LostSearchEntries');
  raiseAlarm(scope, 'SearchEntriesLost', {
    metric: waiting(entries),
    impact: 'Something published is not found by the search, or something withdrawn still is.',
    runbook: 'The search is not up to date',
    notify,
  });
  return { uploads, rounds, entries };
}

const waiting = (queue: Queue): Metric =>
  queue.metricApproximateNumberOfMessagesVisible({ ...every.fiveMinutes, statistic: 'Maximum' });

function deadLetters(scope: Construct, id: string): Queue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  accept(queue, 'AwsSolutions-SQS3', 'This is the dead-letter queue.');
  return queue;
}

export function uploadEvents(scope: Construct, bucketName: string, receive: IFunction, lost: Queue): Rule {
  return new Rule(scope, 'FileArrived', {
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [bucketName] } },
    },
    targets: [new LambdaTarget(receive, { deadLetterQueue: lost, maxEventAge: Duration.hours(24) })],
  });
}

export function searchEvents(scope: Construct, bucketName: string, update: IFunction, lost: Queue): Rule {
  return new Rule(scope, 'SearchEntryWritten', {
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [bucketName] }, object: { key: [{ prefix: searchFolder }] } },
    },
    targets: [new LambdaTarget(update, { deadLetterQueue: lost, maxEventAge: Duration.hours(24) })],
  });
}
