/** What a function may do, in words, and what that takes. Nothing here reaches beyond the product's own things. */
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { searchFolder } from '@gongkai/domain/search-folder.ts';
import type { SearchPlace } from './search-store.ts';

export const machineNames = ['publication', 'reassessment', 'withdrawal', 'validity'] as const;
export type MachineName = (typeof machineNames)[number];

export interface BucketPlace {
  name: string;
  arn: string;
}

/** What the stateful stack tells of what it keeps. */
export interface DataPlace {
  tableName: string;
  tableArn: string;
  keyArn: string;
  areas: Record<'inbox' | 'records' | 'public', BucketPlace>;
  linkKeyArn: string;
  search: SearchPlace;
}

/** Everything rights are about. Machines are known by name, since they are made of the functions. */
export interface Place extends DataPlace {
  machineArns: Record<MachineName, string>;
  mail: { from: string } & ({ identityArn: string } | { secretArn: string });
}

const allow = (actions: string[], ...resources: string[]): PolicyStatement =>
  new PolicyStatement({ actions, resources });
const unlock = ({ keyArn }: Place): PolicyStatement => allow(['kms:Decrypt', 'kms:DescribeKey'], keyArn);
const lockAndUnlock = ({ keyArn }: Place): PolicyStatement =>
  allow(['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'], keyArn);

const readTable = (p: Place): PolicyStatement[] => [
  allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem'], p.tableArn),
  allow(['dynamodb:Query'], `${p.tableArn}/index/*`),
  unlock(p),
];
/** Without ListBucket a missing object answers 403, which nobody could tell from a missing right. */
const readObjects = (bucket: BucketPlace): PolicyStatement[] => [
  allow(['s3:GetObject'], `${bucket.arn}/*`),
  allow(['s3:ListBucket'], bucket.arn),
];
const putObjects = (bucket: BucketPlace): PolicyStatement => allow(['s3:PutObject'], `${bucket.arn}/*`);
const deleteObjects = (bucket: BucketPlace): PolicyStatement => allow(['s3:DeleteObject'], `${bucket.arn}/*`);
const start =
  (machine: MachineName) =>
  (p: Place): PolicyStatement[] => [allow(['states:StartExecution'], p.machineArns[machine])];

function sendMail({ mail }: Place): PolicyStatement[] {
  if ('secretArn' in mail) return [allow(['secretsmanager:GetSecretValue'], `${mail.secretArn}-??????`)];
  const send = allow(['ses:SendEmail', 'ses:SendRawEmail'], mail.identityArn);
  send.addCondition('StringEquals', { 'ses:FromAddress': mail.from });
  return [send];
}

export const rights = {
  'read the table': readTable,
  'change the table': (p) => [
    ...readTable(p),
    allow(['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'], p.tableArn),
    lockAndUnlock(p),
  ],
  'sign posts into the inbox': (p) => [putObjects(p.areas.inbox), lockAndUnlock(p)],
  'read the inbox': (p) => [...readObjects(p.areas.inbox), unlock(p)],
  'empty the inbox': (p) => [deleteObjects(p.areas.inbox)],
  'read records': (p) => [...readObjects(p.areas.records), unlock(p)],
  'write records': (p) => [putObjects(p.areas.records), lockAndUnlock(p)],
  'read search entries': (p) => [
    allow(['s3:GetObject'], `${p.areas.records.arn}/${searchFolder}*`),
    allow(['s3:ListBucket'], p.areas.records.arn),
    unlock(p),
  ],
  'write search entries': (p) => [
    allow(['s3:PutObject'], `${p.areas.records.arn}/${searchFolder}*`),
    lockAndUnlock(p),
  ],
  'read public files': (p) => readObjects(p.areas.public),
  'write public files': (p) => [putObjects(p.areas.public)],
  'take down public files': (p) => [deleteObjects(p.areas.public)],
  // A department that is gone loses its page; what else lies there stays out of reach.
  'take down profiles': (p) => [
    allow(['s3:DeleteObject'], `${p.areas.public.arn}/departments/*/profile.html`),
  ],
  'start publications': start('publication'),
  'start reassessments': start('reassessment'),
  'start withdrawals': start('withdrawal'),
  'start changes of validity': start('validity'),
  'answer waiting workflows': (p) => [
    allow(['states:SendTaskSuccess', 'states:SendTaskFailure'], ...Object.values(p.machineArns)),
  ],
  'make links': (p) => [
    allow(['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], p.linkKeyArn),
    unlock(p),
  ],
  'send mail': sendMail,
} satisfies Record<string, (place: Place) => PolicyStatement[]>;
export type Right = keyof typeof rights;

/** Addresses that only who has the right is told. */
export const environmentFor = (
  may: readonly Right[],
  { linkKeyArn, mail }: Place,
): Record<string, string> => ({
  ...(may.includes('make links') ? { LINK_KEY_SECRET_ARN: linkKeyArn } : {}),
  ...(may.includes('send mail') && 'secretArn' in mail ? { MAIL_SECRET_ARN: mail.secretArn } : {}),
});
