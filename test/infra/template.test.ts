import { profilePath } from '@gongkai/pages/paths.ts';
import { Validations } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { indexNames } from '@gongkai/domain/indexes.ts';
import { frontHeader, settingsSchema } from '@gongkai/domain/settings.ts';
import { constructId, functionNames } from '@gongkai/infra/constructs/function-names.ts';
import { synthesisedMachines } from '@gongkai/infra/machines.ts';
import { asText, partsOf, resources, rightsOf, synthesised } from './synthesised.ts';

const { app, data, publishing } = synthesised('demo');
const may = (name: (typeof functionNames)[number]): string[] => rightsOf(publishing, constructId(name));
const whoMay = (right: RegExp): string[] =>
  functionNames.filter((name) => may(name).some((r) => right.test(r)));

describe('what must outlive every deployment', () => {
  test('the table cannot be deleted, is encrypted with an own key and can be restored to any second', () => {
    const promised = {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        DeletionProtectionEnabled: true,
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        KeySchema: [{ AttributeName: 'key', KeyType: 'HASH' }],
      },
    };
    const [table] = Object.values(resources(data, 'AWS::DynamoDB::Table'));
    expect(table).toMatchObject(promised);
  });

  test('the table has one index for every question the product asks', () => {
    const [table] = Object.values(resources(data, 'AWS::DynamoDB::Table'));
    expect(table?.Properties['GlobalSecondaryIndexes']).toEqual(
      indexNames.map((name) => ({
        IndexName: name,
        KeySchema: [
          { AttributeName: `${name}-p`, KeyType: 'HASH' },
          { AttributeName: `${name}-s`, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    );
  });

  test('every stateful resource stays when the stack goes', () => {
    const stateful = [
      'AWS::DynamoDB::Table',
      'AWS::S3::Bucket',
      'AWS::KMS::Key',
      'AWS::SecretsManager::Secret',
    ];
    const found = stateful.flatMap((type) => Object.values(resources(data, type)));
    expect(found).toHaveLength(7);
    for (const resource of found) expect(resource.DeletionPolicy).toBe('Retain');
  });

  test('the inbox tells of new objects, forgets after a week, and takes posts of the portal alone', () => {
    data.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 7, Status: 'Enabled' })] },
      CorsConfiguration: {
        CorsRules: [
          Match.objectLike({ AllowedMethods: ['POST'], AllowedOrigins: ['https://portal.county.example'] }),
        ],
      },
    });
    for (const template of [data, publishing])
      expect(Object.keys(template.toJSON()['Resources'] as object).join()).not.toMatch(/CustomResource/i);
  });
});

describe('files', () => {
  const buckets = Object.values(resources(data, 'AWS::S3::Bucket'));
  const policies = Object.values(resources(data, 'AWS::S3::BucketPolicy'));
  const statements = policies.flatMap(
    (p) => (p.Properties['PolicyDocument'] as { Statement: Record<string, unknown>[] }).Statement,
  );

  test('no bucket is public, all are encrypted, all but the log log their accesses', () => {
    expect(buckets).toHaveLength(4);
    for (const { Properties: p } of buckets) {
      expect(p['PublicAccessBlockConfiguration']).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(p['BucketEncryption']).toBeDefined();
    }
    expect(buckets.filter((b) => b.Properties['LoggingConfiguration'])).toHaveLength(3);
  });

  test('every bucket refuses what does not come over TLS', () => {
    const denied = statements.filter(
      (s) =>
        s['Effect'] === 'Deny' && JSON.stringify(s['Condition']).includes('"aws:SecureTransport":"false"'),
    );
    expect(denied).toHaveLength(4);
  });

  test('only services of this account get in through a bucket policy', () => {
    const allowed = statements.filter((s) => s['Effect'] === 'Allow');
    expect(allowed.length).toBeGreaterThan(0);
    for (const statement of allowed) {
      expect(statement['Principal']).toHaveProperty('Service');
      expect(JSON.stringify(statement['Condition'])).toMatch(/aws:SourceAccount/i);
    }
  });
});

describe('who may do what', () => {
  test('only what publishes or takes down writes public files', () => {
    expect(whoMay(/^s3:PutObject on .*Public/)).toEqual([
      'publish-document',
      'link-interpretation',
      'record-reassessment',
      'withdraw-document',
      'mark-validity',
      'build-site',
      'publish-digest',
    ]);
    const profiles = new RegExp(`^s3:DeleteObject on .*Public.*/${profilePath('\\*')}`);
    const takesDown = /^s3:DeleteObject on .*Public/;
    expect(whoMay(takesDown)).toEqual(['withdraw-document', 'build-site']);
    expect(whoMay(profiles)).toEqual(['build-site']);
  });

  test('only the reader sees the inbox, and the reader writes nothing public', () => {
    expect(whoMay(/^s3:(?:Get|List).* on .*Inbox/)).toEqual(['read-document']);
    expect(whoMay(/^s3:PutObject on .*Inbox/)).toEqual(['portal']);
    expect(may('read-document').filter((r) => r.includes('Public'))).toEqual([]);
    expect(may('publish-document').filter((r) => r.includes('Inbox'))).toEqual([]);
  });

  test('the public site keeps subscriptions and mails about them; it writes no file and starts nothing', () => {
    expect(may('site').filter((r) => /s3:(?:Put|Delete)|states:|lambda:/.test(r))).toEqual([]);
    expect(may('site').filter((r) => /s3:/.test(r) && !r.includes('Public'))).toEqual([]);
  });

  test('only people’s answers reach waiting workflows', () => {
    expect(whoMay(/^states:SendTask/)).toEqual(['open-task', 'watch-clock', 'portal']);
    expect(whoMay(/^states:StartExecution on .*publication/)).toEqual(['receive-upload']);
    expect(whoMay(/^states:StartExecution on .*withdrawal/)).toEqual(['watch-clock', 'portal']);
  });

  test('nobody may do everything, or anything to everything', () => {
    // Joining a network is no right to any thing in it, and AWS knows no narrower resource.
    const joins = /^ec2:\w*(?:NetworkInterface|Subnets|PrivateIpAddresses)/;
    const rights = functionNames.flatMap((name) => may(name)).filter((right) => !joins.test(right));
    expect(rights.filter((right) => /^[^ ]*\*| on "\*"$/.test(right))).toEqual([]);
  });
});

describe('functions', () => {
  const functions = Object.values(resources(publishing, 'AWS::Lambda::Function')).map((f) => f.Properties);

  test('are the product’s own, all on Node 24 and arm64', () => {
    expect(functions.map((f) => f['FunctionName'])).toEqual(
      functionNames.map((name) => `gongkai-demo-${name}`),
    );
    for (const f of functions) expect(f).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
  });

  const linkMakers = new Set(
    ['open-task', 'screen-published', 'watch-clock', 'send-digests', 'portal', 'site'].map(
      (name) => `gongkai-demo-${name}`,
    ),
  );

  test('are told where everything is, and the settings of the county; few are told the secret', () => {
    for (const f of functions) {
      const { LINK_KEY_SECRET_ARN, SEARCH_FOLDER, ...Variables } = (
        f['Environment'] as { Variables: Record<string, string> }
      ).Variables;
      expect(SEARCH_FOLDER === undefined).toBe(!String(f['FunctionName']).endsWith('search'));
      expect(LINK_KEY_SECRET_ARN === undefined).toBe(!linkMakers.has(String(f['FunctionName'])));
      expect(Object.keys(Variables).sort()).toEqual([
        'INBOX_BUCKET',
        'MAIL_TRANSPORT',
        'PUBLICATION_MACHINE_ARN',
        'PUBLIC_BUCKET',
        'REASSESSMENT_MACHINE_ARN',
        'RECORDS_BUCKET',
        'SETTINGS',
        'STAGE',
        'TABLE_NAME',
        'VALIDITY_MACHINE_ARN',
        'WITHDRAWAL_MACHINE_ARN',
      ]);
      expect(settingsSchema.parse(JSON.parse(asText(Variables['SETTINGS']))).county).toBe('示范县');
    }
  });

  test('know the machines by the names they have', () => {
    const machines = Object.values(resources(publishing, 'AWS::StepFunctions::StateMachine'));
    const names = machines.map((m) => String(m.Properties['StateMachineName']));
    expect(names.sort()).toEqual(
      ['publication', 'reassessment', 'validity', 'withdrawal'].map((n) => `gongkai-demo-${n}`),
    );
    for (const name of names) expect(JSON.stringify(functions[0])).toContain(`:stateMachine:${name}"`);
  });
});

test('what is executed without AWS is the synthesised definition', () => {
  const synthesised = synthesisedMachines();
  for (const { Properties } of Object.values(resources(publishing, 'AWS::StepFunctions::StateMachine'))) {
    const parts = partsOf(Properties['DefinitionString']);
    const definition = parts.map((part) => (typeof part === 'string' ? part : 'aws')).join('');
    const name = String(Properties['StateMachineName']).split('-').at(-1) as keyof typeof synthesised;
    const nameless = JSON.stringify(synthesised[name]).replace(/("FunctionName":")[^"]+/g, '$1aws');
    expect(JSON.parse(nameless)).toEqual(JSON.parse(definition));
  }
});

test('the distribution shows a key, by which the functions behind it believe whom the viewer is', () => {
  const [distribution] = Object.values(resources(publishing, 'AWS::CloudFront::Distribution'));
  const { Origins } = distribution!.Properties['DistributionConfig'] as { Origins: Origin[] };
  const [shown] = Origins.flatMap((origin) => origin.OriginCustomHeaders ?? []);
  expect(shown?.HeaderName).toBe(frontHeader);

  const behind = Object.values(resources(publishing, 'AWS::Lambda::Function')).filter(({ Properties }) =>
    ['gongkai-demo-site', 'gongkai-demo-search'].includes(String(Properties['FunctionName'])),
  );
  expect(behind).toHaveLength(2);
  for (const { Properties } of behind) {
    const { SETTINGS } = (Properties['Environment'] as { Variables: Record<string, unknown> }).Variables;
    const parts = partsOf(SETTINGS);
    expect(parts[parts.findIndex((part) => String(part).endsWith('"frontKey":"')) + 1]).toEqual(
      shown?.HeaderValue,
    );
  }
});

interface Origin {
  OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[];
}

test('every alarm says what it means, and is mailed', () => {
  const alarms = Object.values(resources(publishing, 'AWS::CloudWatch::Alarm')).map((a) => a.Properties);
  expect(alarms.length).toBeGreaterThanOrEqual(functionNames.length + 3);
  for (const alarm of alarms) {
    expect(String(alarm['AlarmDescription']).length).toBeGreaterThan(40);
    expect(alarm['AlarmActions']).toHaveLength(1);
  }
});

test('an upload event that cannot be delivered or handled is kept', () => {
  const [rule] = Object.values(resources(publishing, 'AWS::Events::Rule'));
  expect(rule?.Properties).toMatchObject({
    EventPattern: { source: ['aws.s3'], 'detail-type': ['Object Created'] },
    Targets: [{ DeadLetterConfig: { Arn: expect.anything() } }],
  });
  const receive = Object.values(resources(publishing, 'AWS::Lambda::Function')).find(
    (f) => f.Properties['FunctionName'] === 'gongkai-demo-receive-upload',
  );
  expect(receive?.Properties['DeadLetterConfig']).toEqual({ TargetArn: expect.anything() });
});

test('the clock runs by Beijing time: every quarter of an hour, every hour, every night', () => {
  const schedules = Object.values(resources(publishing, 'AWS::Scheduler::Schedule')).map((s) => s.Properties);
  expect(schedules.map((s) => s['ScheduleExpression'])).toEqual([
    'cron(0/15 * * * ? *)',
    'cron(2/15 * * * ? *)',
    'cron(7 * * * ? *)',
    'cron(37 * * * ? *)',
    'cron(20 1,4 * * ? *)',
    'cron(30 8,9 * * ? *)',
  ]);
  for (const schedule of schedules) expect(schedule['ScheduleExpressionTimezone']).toBe('Asia/Shanghai');
});

test('access logs carry no addresses of pages, since links in mails are secret', () => {
  for (const stage of Object.values(resources(publishing, 'AWS::ApiGatewayV2::Stage'))) {
    const { Format } = stage.Properties['AccessLogSettings'] as { Format: string };
    expect(Format).toContain('$context.status');
    expect(Format).not.toMatch(/path|routeKey|referer/i);
  }
});

test('cdk-nag finds nothing that is not acknowledged with a reason', () => {
  const checks = new AwsSolutionsChecks(app);
  const { violations } = checks.validateScope(app);
  expect(violations.map((v) => [v.ruleName, v.violatingResources])).toEqual([]);

  const acknowledged = app.node
    .findAll()
    .flatMap((c) => c.node.metadata)
    .filter((m) => m.type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap((m) => Object.values(m.data as Record<string, string>));
  expect(acknowledged.length).toBeGreaterThan(10);
  for (const reason of acknowledged) expect(reason.length).toBeGreaterThan(20);
});

describe('in the China partition', () => {
  const china = synthesised('china');
  const texts = [china.data, china.publishing].map((t) => JSON.stringify(t.toJSON()));

  test('every ARN is of that partition', () => {
    for (const text of texts) expect(text).not.toMatch(/arn:aws:/);
    expect(texts[1]).toContain('arn:aws-cn:states:');
  });

  test('mail goes through a mail server, whose address is a secret', () => {
    expect(texts[1]).not.toContain('ses:SendEmail');
    expect(rightsOf(china.publishing, 'OpenTask').join()).toMatch(
      /GetSecretValue.*gongkai\/mail-server-\?{6}/,
    );
    expect(china.publishing.toJSON()['Resources']).toBeDefined();
    china.publishing.resourceCountIs('AWS::CloudFront::Distribution', 0);
  });
});
