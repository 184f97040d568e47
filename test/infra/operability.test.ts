/** Whoever is woken by an alarm finds what it means, where to look, and nothing lost. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { metricNames, metricNamespace } from '@gongkai/domain/operability.ts';
import { taskKinds } from '@gongkai/domain/task.ts';
import { linesOf } from '@gongkai/functions/report-metrics/report-metrics.ts';
import { type RunbookHeading, runbookHeadings } from '@gongkai/infra/constructs/alarm.ts';
import { functionNames } from '@gongkai/infra/constructs/function-names.ts';
import { machineNames } from '@gongkai/infra/constructs/rights.ts';
import { resources, synthesised } from './synthesised.ts';

const { publishing } = synthesised('demo');
const propertiesOf = (type: string) => Object.values(resources(publishing, type)).map((r) => r.Properties);
const alarms = propertiesOf('AWS::CloudWatch::Alarm');
const headingOf = (alarm: Record<string, unknown>): string | undefined =>
  /Runbook \(docs\/runbook\.md\): (.+)\.$/.exec(String(alarm['AlarmDescription']))?.[1];
const alarmsUnder = (heading: RunbookHeading) => alarms.filter((alarm) => headingOf(alarm) === heading);

describe('the runbook', () => {
  const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
  const [, alarmPart = ''] = runbook.split(/^## Alarms$/m);
  const sections = alarmPart.split(/^## /m)[0]!.split(/^### /m).slice(1);

  test('has a section for every alarm, and an alarm for every section', () => {
    const headings = new Set(sections.map((section) => section.split('\n')[0]));
    expect(headings).toEqual(new Set(runbookHeadings));
    expect(new Set(alarms.map(headingOf))).toEqual(headings);
    expect(sections).toHaveLength(headings.size);
  });

  test('says under each what the county notices, where to look first, why it happens and what cures it', () => {
    for (const section of sections)
      for (const part of ['Noticed', 'First look', 'Cause', 'Cure'])
        expect(section).toMatch(new RegExp(`^\\*\\*${part}\\.\\*\\* \\S`, 'm'));
  });
});

describe('alarms', () => {
  test('every kind of task has its own on the oldest waiting one', () => {
    const kinds = alarmsUnder('A task waits too long').map((alarm) => {
      expect(alarm).toMatchObject({
        Namespace: metricNamespace,
        MetricName: metricNames.oldestWaitingTask,
        Statistic: 'Maximum',
      });
      const dimensions = alarm['Dimensions'] as { Name: string; Value: string }[];
      return dimensions.find((d) => d.Name === 'Kind')?.Value;
    });
    expect(kinds).toEqual([...taskKinds]);
  });

  test('failed, timed-out and aborted executions of every machine raise one', () => {
    const stopped = [...alarmsUnder('An execution stopped'), ...alarmsUnder('A withdrawal stopped')];
    expect(stopped).toHaveLength(machineNames.length);
    for (const alarm of stopped)
      for (const metric of ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'])
        expect(JSON.stringify(alarm)).toContain(metric);
  });

  test('every function has one on its errors, and every dead-letter queue one on its first message', () => {
    expect(alarmsUnder('A function fails')).toHaveLength(functionNames.length);
    const queues = [...alarmsUnder('An upload was lost'), ...alarmsUnder('A clock round was lost')];
    expect(queues.map((alarm) => [alarm['MetricName'], alarm['Threshold']])).toEqual([
      ['ApproximateNumberOfMessagesVisible', 1],
      ['ApproximateNumberOfMessagesVisible', 1],
    ]);
  });

  test('bounces are watched where SES sends, and only there', () => {
    expect(alarmsUnder('Mail bounces')).toHaveLength(1);
    expect(JSON.stringify(synthesised('china').publishing.toJSON()).includes('AWS/SES')).toBe(false);
  });
});

test('the metrics that are watched are those that are written, with the same dimensions', () => {
  const oldestWaitingTask = Object.fromEntries(taskKinds.map((kind) => [kind, 60])) as Record<
    (typeof taskKinds)[number],
    number
  >;
  const lines = linesOf(
    {
      at: '2026-03-02T01:00:00.000Z',
      tasksOpen: 7,
      oldestWaitingTask,
      tasksOverdue: 2,
      partial: false,
      tasksUnanswered: 1,
      feedBehind: 30,
    },
    'demo',
  );
  const written = new Set(
    lines.flatMap((line) => {
      const { _aws, ...fields } = JSON.parse(line) as Record<string, unknown> & { _aws: Embedded };
      return _aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
        Metrics.map(({ Name }) => {
          expect(fields[Name]).toBeTypeOf('number');
          return keyOf(
            Namespace,
            Name,
            Dimensions[0]!.map((name) => `${name}=${String(fields[name])}`),
          );
        }),
      );
    }),
  );
  const watched = alarms
    .filter((alarm) => alarm['Namespace'] === metricNamespace)
    .map((alarm) =>
      keyOf(
        metricNamespace,
        String(alarm['MetricName']),
        (alarm['Dimensions'] as { Name: string; Value: string }[]).map((d) => `${d.Name}=${d.Value}`),
      ),
    );
  // Failed mails are counted where they fail.
  const elsewhere = keyOf(metricNamespace, metricNames.mailsFailed, ['Stage=demo']);
  expect(watched.length).toBeGreaterThan(taskKinds.length);
  expect(watched.filter((key) => !written.has(key))).toEqual([elsewhere]);
});

interface Embedded {
  CloudWatchMetrics: { Namespace: string; Dimensions: string[][]; Metrics: { Name: string }[] }[];
}
const keyOf = (namespace: string, name: string, dimensions: string[]): string =>
  [namespace, name, ...dimensions.toSorted()].join(' ');

describe('asynchronous edges', () => {
  const deadLetters = (name: string): unknown =>
    propertiesOf('AWS::Lambda::Function').find((f) => f['FunctionName'] === `gongkai-demo-${name}`)?.[
      'DeadLetterConfig'
    ];

  test('every rule and every schedule has a dead-letter queue', () => {
    const rules = propertiesOf('AWS::Events::Rule').flatMap((rule) => rule['Targets'] as object[]);
    const schedules = propertiesOf('AWS::Scheduler::Schedule').map((s) => s['Target'] as object);
    expect(rules).toHaveLength(2);
    expect(schedules).toHaveLength(6);
    for (const target of [...rules, ...schedules])
      expect(target).toHaveProperty('DeadLetterConfig.Arn', expect.anything());
  });

  test('every function that is called asynchronously keeps what it could not handle', () => {
    const called = [
      'receive-upload',
      'update-search',
      'watch-clock',
      'report-metrics',
      'build-site',
      'publish-digest',
      'send-digests',
      'screen-published',
    ];
    for (const name of called) expect(deadLetters(name)).toEqual({ TargetArn: expect.anything() });
    const others = functionNames.filter((name) => !called.includes(name));
    expect(others.filter((name) => deadLetters(name) !== undefined)).toEqual([]);
  });

  test('the scheduler may write to its queue, and the queues keep messages for a fortnight', () => {
    const clockRights = Object.entries(resources(publishing, 'AWS::IAM::Policy')).find(([id]) =>
      id.startsWith('ClockRole'),
    );
    expect(JSON.stringify(clockRights?.[1].Properties)).toMatch(/sqs:SendMessage.*LostRounds/);
    for (const queue of propertiesOf('AWS::SQS::Queue'))
      expect(queue['MessageRetentionPeriod']).toBe(14 * 86_400);
  });
});

test('the dashboard shows every kind of task, every machine and every function', () => {
  const [page] = propertiesOf('AWS::CloudWatch::Dashboard');
  const body = JSON.stringify(page?.['DashboardBody']);
  for (const kind of taskKinds) expect(body).toContain(kind);
  for (const machine of machineNames) expect(body).toContain(`${machine} timed out`);
  expect(body.match(/\\"Errors\\"/g)).toHaveLength(functionNames.length);
});

test('every function logs its steps and requests under its own name', () => {
  for (const name of functionNames) {
    const handler = readFileSync(new URL(`../../functions/${name}/handler.ts`, import.meta.url), 'utf8');
    expect(handler.replace(/\s+/g, '')).toMatch(
      new RegExp(`exportconsthandler=(?:patient\\()?logged\\('${name}',`),
    );
  }
});

test('every step of a state machine names passing trouble so that the machine waits and repeats', () => {
  const others = new Set([
    'receive-upload',
    'watch-clock',
    'report-metrics',
    'build-site',
    'publish-digest',
    'send-digests',
    'screen-published',
    'portal',
    'site',
    'search',
    'update-search',
  ]);
  for (const name of functionNames.filter((n) => !others.has(n))) {
    const handler = readFileSync(new URL(`../../functions/${name}/handler.ts`, import.meta.url), 'utf8');
    expect(handler.replace(/\s+/g, '')).toContain(`exportconsthandler=patient(logged('${name}',`);
  }
});
