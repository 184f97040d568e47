/** The cloud's adapters keep the same contracts as the embedded ones; against AWS_ENDPOINT_URL, in a place made here. */
import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateEmailIdentityCommand, type SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createDynamoBackup } from '@gongkai/platform/aws/backup.ts';
import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createS3Files } from '@gongkai/platform/aws/files.ts';
import { createCloudMail } from '@gongkai/platform/aws/mail.ts';
import { createSes } from '@gongkai/platform/aws/ses.ts';
import { createDynamoTable } from '@gongkai/platform/aws/table.ts';
import { createStepFunctionsWorkflow } from '@gongkai/platform/aws/workflow.ts';
import { backupContract } from '@gongkai/platform/contract/backup.contract.ts';
import { filesContract } from '@gongkai/platform/contract/files.contract.ts';
import { mailContract } from '@gongkai/platform/contract/mail.contract.ts';
import { tableContract } from '@gongkai/platform/contract/table.contract.ts';
import { createLinks } from '@gongkai/platform/links.ts';
import { type Clock, TokenClosed } from '@gongkai/platform/ports.ts';
import { createTable } from './support/table.ts';

const clock: Clock = { now: () => new Date() };
const run = `contract-${randomUUID().slice(0, 8)}`;
const from = 'gongkai@county.example';

if (process.env['AWS_ENDPOINT_URL'] === undefined)
  console.log('The contracts were not tried against AWS: AWS_ENDPOINT_URL is not set.');

describe.runIf(process.env['AWS_ENDPOINT_URL'] !== undefined)('the adapters of AWS', () => {
  const s3 = new S3Client({ forcePathStyle: true });
  const buckets = { inbox: `${run}-inbox`, records: `${run}-records`, public: `${run}-public` };

  beforeAll(async () => {
    await createTable(run);
    for (const Bucket of Object.values(buckets)) await s3.send(new CreateBucketCommand({ Bucket }));
  });

  tableContract('DynamoDB', (clock) =>
    createDynamoTable({ client: new DynamoDBClient(), tableName: run, clock }),
  );

  backupContract('DynamoDB', async (clock) => {
    const client = new DynamoDBClient();
    const tableName = `${run}-${randomUUID().slice(0, 8)}`;
    await createTable(tableName);
    const table = createDynamoTable({ client, tableName, clock });
    const sent: string[] = [];
    const mail = createCloudMail({ table, clock, deliver: async ({ id }) => void sent.push(id) });
    const backup = createDynamoBackup({ client, tableName, clock });
    return { table, backup, mail, delivered: () => Promise.resolve(sent) };
  });

  it('takes a write that the SDK had to repeat for its own', async () => {
    const { requestHandler } = new DynamoDBClient().config;
    let puts = 0;
    const client = new DynamoDBClient({
      requestHandler: {
        async handle(...request: Parameters<typeof requestHandler.handle>) {
          const answer = await requestHandler.handle(...request);
          const isPut = request[0].headers['x-amz-target']?.endsWith('PutItem');
          // The first answer is lost on its way.
          if (isPut && ++puts === 1) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
          return answer;
        },
      },
    });
    const table = createDynamoTable({ client, tableName: run, clock });
    await table.put({ key: 'repeated', value: { n: 1 }, places: {} }, 0);
    expect(puts).toBe(2);
    expect(await table.get('repeated')).toMatchObject({ version: 1, value: { n: 1 } });
  });

  filesContract('S3', () => ({
    files: createS3Files({ client: s3, buckets, clock }),
    post: (url, body) => fetch(url, { method: 'POST', body }),
  }));

  describe('SES', () => {
    const client = new SESv2Client();
    beforeAll(() => client.send(new CreateEmailIdentityCommand({ EmailIdentity: from })));
    mailContract('SES', () => {
      const sent: { to: string; subject: string; text: string }[] = [];
      /** What SES took; it keeps nothing that could be read again. */
      const noting = {
        send: async (command: SendEmailCommand) => {
          const { MessageId } = await client.send(command);
          if (MessageId === undefined) throw new Error('SES did not take the mail');
          const { Destination, Content } = command.input;
          const { Subject, Body } = Content!.Simple!;
          sent.push({
            to: Destination!.ToAddresses!.join(),
            subject: Subject!.Data!,
            text: Body!.Text!.Data!,
          });
        },
      } as unknown as SESv2Client;
      const table = createDynamoTable({ client: new DynamoDBClient(), tableName: run, clock });
      const mail = createCloudMail({ table, clock, deliver: createSes(from, noting) });
      return { mail, delivered: () => Promise.resolve(sent) };
    });
  });

  describe('Step Functions', () => {
    const client = new SFNClient();
    const setUp = async (definition: object) => {
      const name = `m-${randomUUID().slice(0, 8)}`;
      const { stateMachineArn: arn } = await client.send(
        new CreateStateMachineCommand({
          name,
          roleArn: 'arn:aws:iam::123456789012:role/contract-of-step-functions',
          definition: JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'S', States: { S: definition } }),
        }),
      );
      const machineArns = { publication: arn!, reassessment: arn!, withdrawal: arn!, validity: arn! };
      return createStepFunctionsWorkflow({ client, machineArns });
    };

    it('starts an execution once per name, and tells what became of it', async () => {
      const workflow = await setUp({
        Type: 'Pass',
        Output: { 标题: '{% $states.input.title %}' },
        End: true,
      });
      expect(await workflow.start('publication', 'd1-1', { title: '通知' })).toBe('started');
      await vi.waitFor(async () => {
        const state = await workflow.describe('publication', 'd1-1');
        expect(state).toMatchObject({
          name: 'd1-1',
          machine: 'publication',
          status: 'SUCCEEDED',
          output: { 标题: '通知' },
        });
      }, 20_000);
      expect(await workflow.start('publication', 'd1-1', { title: '另一个' })).toBe('already-started');
      const list = await workflow.list('publication', { status: 'SUCCEEDED', limit: 5 });
      expect(list.items.map((e) => [e.name, e.status])).toEqual([['d1-1', 'SUCCEEDED']]);
      expect(await workflow.describe('publication', 'd2-1')).toBeUndefined();
    });

    it('says that nobody waits for a token that was never given out', async () => {
      const workflow = await setUp({ Type: 'Pass', End: true });
      await expect(workflow.succeed('no-such-token', {})).rejects.toBeInstanceOf(TokenClosed);
      await expect(workflow.fail('no-such-token', 'E', 'c')).rejects.toBeInstanceOf(TokenClosed);
    });
  });

  describe('the ports of a function', () => {
    const arn = (name: string) => `arn:aws:states:us-east-1:123456789012:stateMachine:${name}`;
    const environment = {
      STAGE: 'contract',
      TABLE_NAME: run,
      INBOX_BUCKET: buckets.inbox,
      RECORDS_BUCKET: buckets.records,
      PUBLIC_BUCKET: buckets.public,
      PUBLICATION_MACHINE_ARN: arn('publication'),
      REASSESSMENT_MACHINE_ARN: arn('reassessment'),
      WITHDRAWAL_MACHINE_ARN: arn('withdrawal'),
      VALIDITY_MACHINE_ARN: arn('validity'),
      SETTINGS: JSON.stringify({
        siteUrl: 'https://county.example',
        portalUrl: 'https://portal.county.example/portal',
      }),
      AWS_ENDPOINT_URL: process.env['AWS_ENDPOINT_URL'],
    };

    it('come from its environment, the key of links from its secret', async () => {
      const { ARN } = await new SecretsManagerClient().send(
        new CreateSecretCommand({ Name: run, SecretString: 'a key of the county' }),
      );
      const deps = await awsDeps({ ...environment, LINK_KEY_SECRET_ARN: ARN });
      const expected = createLinks(new TextEncoder().encode('a key of the county')).opaqueId('task', 't1');
      expect(deps.links.opaqueId('task', 't1')).toBe(expected);
      await deps.files.put('records', 'a', new Uint8Array(3), { contentType: 'text/plain' });
      expect(await deps.files.head('records', 'a')).toMatchObject({ size: 3 });
      expect(await deps.table.increment(`${run}-deps`)).toBe(1);
      expect((await deps.calendar()).years.size).toBeGreaterThan(0);
    });

    it('make no links without a key, and are not made at all without a table', async () => {
      const { links } = await awsDeps(environment);
      expect(() => links.opaqueId('task', 't1')).toThrow('LINK_KEY_SECRET_ARN');
      await expect(awsDeps({ ...environment, TABLE_NAME: undefined })).rejects.toThrow('TABLE_NAME');
    });
  });
});
