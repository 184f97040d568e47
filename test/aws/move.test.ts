/** From one machine to the cloud and back: the same items, files and numbers; against AWS_ENDPOINT_URL. */
import { randomUUID } from 'node:crypto';
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { inspect } from '@gongkai/cli/archive/inspect.ts';
import type { Standing } from '@gongkai/cli/archive/standing.ts';
import { runDemo } from '@gongkai/cli/demo.ts';
import { withStage } from '@gongkai/cli/stage.ts';
import { openTrial, type TrialPlace } from '@gongkai/cli/trial.ts';
import { tasks } from '@gongkai/functions/shared/stores.ts';
import { archiveOf, contentOf, filesIn, importFrom, openMoved, standing } from '../support/archived.ts';
import { monday, temporaryFolder } from '../support/trial.ts';
import { createTable } from './support/table.ts';

if (process.env['AWS_ENDPOINT_URL'] === undefined)
  console.log('Moving to the cloud and back was not tried: AWS_ENDPOINT_URL is not set.');

describe.runIf(process.env['AWS_ENDPOINT_URL'] !== undefined)('a county that moves to the cloud', () => {
  it('is there as it was, and comes back as it was', async () => {
    const left = await demoWithReassessments();
    const file = await archiveOf(standing(left));
    const content = contentOf(await inspect(file));
    const stage = await deployed(left.place.deps.settings);

    await withStage(stage, async (cloud) => {
      expect(await importFrom(cloud, file)).toMatchObject({ started: 2, again: false });
      await expectSame(cloud, left);
      expect(await importFrom(cloud, file)).toMatchObject({ started: 0, again: true });

      const back = await archiveOf(cloud);
      expect(contentOf(await inspect(back))).toEqual(content);
      const returned = await openMoved(back);
      expect(contentOf(await inspect(await archiveOf(standing(returned))))).toEqual(content);
      await returned.place.settle();
      expect(await filesIn(returned.place.deps.files)).toEqual(await filesIn(left.place.deps.files));
      expect(await returned.trial.outbox()).toEqual([]);
    });
  });

  it('is not let into a place that something else lives in', async () => {
    const left = await demoWithReassessments();
    const file = await archiveOf(standing(left));
    const stage = await deployed(left.place.deps.settings);
    await withStage(stage, async (cloud) => {
      await cloud.deps.table.put({ key: 'department#x', value: {}, places: {} }, 0);
      await expect(importFrom(cloud, file)).rejects.toThrow('这里已经有别的数据');
      expect(await filesIn(cloud.deps.files)).toEqual({});
    });
  });
});

describe.runIf(process.env['AWS_ENDPOINT_URL'] !== undefined)('a stage', () => {
  it.each([
    ['that does not exist is named', {}, /^没有环境“nowhere”.*栈 gongkai-nowhere-publishing.*$/],
    ['whose region is unknown', { AWS_REGION: undefined }, /^没有指定地域.*AWS_REGION.*$/],
    ['that cannot be reached', { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }, /^连不上 AWS（http:\/\/127.*$/],
    [
      'without credentials',
      { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_EC2_METADATA_DISABLED: 'true' },
      /^没有可用的 AWS 凭证.*$/,
    ],
  ])('%s is refused in one line', async (_, environment, message) => {
    for (const [name, value] of Object.entries({
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_DEFAULT_REGION: undefined,
      ...environment,
    }))
      vi.stubEnv(name, value);
    onTestFinished(() => void vi.unstubAllEnvs());
    await expect(withStage('nowhere', () => Promise.resolve())).rejects.toMatchObject({
      name: 'InputRefused',
      message: expect.stringMatching(message) as string,
    });
  });
});

class Stopped extends Error {}

/** The demo a year on: everything published, two reassessments open. */
async function demoWithReassessments(): Promise<TrialPlace> {
  const left = await openTrial(temporaryFolder(), 8080, {}, monday);
  onTestFinished(() => left.place.close());
  const until = new Date('2027-09-20T16:00:00Z');
  const running = runDemo(left, (_, now) => {
    if (now >= until) throw new Stopped();
  });
  await expect(running).rejects.toBeInstanceOf(Stopped);
  return left;
}

async function expectSame(cloud: Standing, { place }: TrialPlace): Promise<void> {
  for (const area of ['public', 'records'] as const)
    expect(await filesIn(cloud.deps.files, area)).toEqual(await filesIn(place.deps.files, area));
  const open = { partition: 'open', limit: 20 } as const;
  const tasksOf = async ({ deps }: Pick<Standing, 'deps'>) =>
    (await tasks(deps.table).query('tasks-by-attention', open)).items;
  expect(await tasksOf(cloud)).toEqual(await tasksOf(place));
  expect((await tasksOf(cloud)).map((t) => t.task)).toEqual(['reassess', 'reassess']);
  for (const counter of ['list#site#site', 'index-number#MZJ#2026'])
    expect(await cloud.deps.table.counter(counter)).toBe(await place.deps.table.counter(counter));
}

/** Table, buckets and machines that only wait, told by a stack as the publishing stack tells them. */
async function deployed(settings: unknown): Promise<string> {
  const stage = `t${randomUUID().slice(0, 8)}`;
  const named = (name: string): string => `gongkai-${stage}-${name}`;
  const s3 = new S3Client({ forcePathStyle: true });
  await createTable(named('table'));
  for (const area of ['inbox', 'records', 'public'])
    await s3.send(new CreateBucketCommand({ Bucket: named(area) }));
  const outputs = {
    Stage: stage,
    TableName: named('table'),
    InboxBucket: named('inbox'),
    RecordsBucket: named('records'),
    PublicBucket: named('public'),
    PublicationMachineArn: await waiting(named('publication')),
    ReassessmentMachineArn: await waiting(named('reassessment')),
    WithdrawalMachineArn: await waiting(named('withdrawal')),
    ValidityMachineArn: await waiting(named('validity')),
    Settings: JSON.stringify(settings),
    MailTransport: 'ses',
  };
  await new CloudFormationClient().send(
    new CreateStackCommand({
      StackName: named('publishing'),
      TemplateBody: JSON.stringify({
        Resources: { Topic: { Type: 'AWS::SNS::Topic' } },
        Outputs: Object.fromEntries(Object.entries(outputs).map(([name, Value]) => [name, { Value }])),
      }),
    }),
  );
  return stage;
}

async function waiting(name: string): Promise<string> {
  const { stateMachineArn } = await new SFNClient().send(
    new CreateStateMachineCommand({
      name,
      roleArn: 'arn:aws:iam::123456789012:role/moving',
      definition: JSON.stringify({
        QueryLanguage: 'JSONata',
        StartAt: 'Wait',
        States: { Wait: { Type: 'Wait', Seconds: 86_400, End: true } },
      }),
    }),
  );
  return stateMachineArn!;
}
