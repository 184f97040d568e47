/** What a function may do, in words, and what that takes. Nothing here reaches beyond the product's own things. */
import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';

export const machineNames = ['publication', 'reassessment', 'withdrawal'] as const;
export type MachineName = (typeof machineNames)[number];

/** Everything rights are about. Machines are known by name, since they are made of the functions. */
export interface Place {
  table: Table;
  key: Key;
  areas: { inbox: Bucket; records: Bucket; public: Bucket };
  linkKey: Secret;
  machineArns: Record<MachineName, string>;
  mail: { from: string; secret?: ISecret };
}

const allow = (actions: string[], ...resources: string[]): PolicyStatement =>
  new PolicyStatement({ actions, resources });
const unlock = ({ key }: Place): PolicyStatement => allow(['kms:Decrypt', 'kms:DescribeKey'], key.keyArn);
const lockAndUnlock = ({ key }: Place): PolicyStatement =>
  allow(['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'], key.keyArn);

const readTable = (p: Place): PolicyStatement[] => [
  allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem'], p.table.tableArn),
  allow(['dynamodb:Query'], `${p.table.tableArn}/index/*`),
  unlock(p),
];
/** Without ListBucket a missing object answers 403, which nobody could tell from a missing right. */
const readObjects = (bucket: Bucket): PolicyStatement[] => [
  allow(['s3:GetObject'], bucket.arnForObjects('*')),
  allow(['s3:ListBucket'], bucket.bucketArn),
];
const putObjects = (bucket: Bucket): PolicyStatement => allow(['s3:PutObject'], bucket.arnForObjects('*'));
const deleteObjects = (bucket: Bucket): PolicyStatement =>
  allow(['s3:DeleteObject'], bucket.arnForObjects('*'));
const start =
  (machine: MachineName) =>
  (p: Place): PolicyStatement[] => [allow(['states:StartExecution'], p.machineArns[machine])];

function sendMail({ table, mail }: Place): PolicyStatement[] {
  if (mail.secret) return [allow(['secretsmanager:GetSecretValue'], `${mail.secret.secretArn}-??????`)];
  const identity = Stack.of(table).formatArn({
    service: 'ses',
    resource: 'identity',
    resourceName: mail.from.split('@')[1]!,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
  const send = allow(['ses:SendEmail', 'ses:SendRawEmail'], identity);
  send.addCondition('StringEquals', { 'ses:FromAddress': mail.from });
  return [send];
}

export const rights = {
  'read the table': readTable,
  'change the table': (p) => [
    ...readTable(p),
    allow(['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'], p.table.tableArn),
    lockAndUnlock(p),
  ],
  'sign posts into the inbox': (p) => [putObjects(p.areas.inbox), lockAndUnlock(p)],
  'read the inbox': (p) => [...readObjects(p.areas.inbox), unlock(p)],
  'empty the inbox': (p) => [deleteObjects(p.areas.inbox)],
  'read records': (p) => [...readObjects(p.areas.records), unlock(p)],
  'write records': (p) => [putObjects(p.areas.records), lockAndUnlock(p)],
  'read public files': (p) => readObjects(p.areas.public),
  'write public files': (p) => [putObjects(p.areas.public)],
  'take down public files': (p) => [deleteObjects(p.areas.public)],
  'start publications': start('publication'),
  'start reassessments': start('reassessment'),
  'start withdrawals': start('withdrawal'),
  'answer waiting workflows': (p) => [
    allow(['states:SendTaskSuccess', 'states:SendTaskFailure'], ...Object.values(p.machineArns)),
  ],
  'make links': (p) => [
    allow(['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], p.linkKey.secretArn),
    unlock(p),
  ],
  'send mail': sendMail,
} satisfies Record<string, (place: Place) => PolicyStatement[]>;
export type Right = keyof typeof rights;
