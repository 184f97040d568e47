/** A county in the cloud, found by the outputs of its stack. Region, credentials and endpoint: the environment. */
import { CloudFormationClient, DescribeStacksCommand, type Output } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { createDynamoBackup } from '@gongkai/platform/aws/backup.ts';
import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import type { Standing } from './archive/standing.ts';
import { createHealth } from './health.ts';

type Environment = Record<string, string | undefined>;

/** Nobody waits for a mail here: who sends one waits until it is delivered. */
const noQueue = { waiting: () => 0, failing: () => 0 };

/** Throws InputRefused, one line, when the stage does not exist or AWS cannot be asked. */
export async function withStage<T>(name: string, work: (place: Standing) => Promise<T>): Promise<T> {
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(name))
    throw new InputRefused(`环境名称“${name}”不对：小写字母开头，只含小写字母、数字和连字符，最长 20 位。`);
  try {
    return await work(await openStage(name));
  } catch (error) {
    throw inOneLine(error, name);
  }
}

async function openStage(name: string): Promise<Standing> {
  const environment = await environmentOf(name);
  const deps = await awsDeps(environment);
  const { workflow, clock } = deps;
  const tableName = environment['TABLE_NAME'] ?? '';
  return {
    deps,
    backup: createDynamoBackup({ client: new DynamoDBClient(), tableName, clock }),
    mode: 'serve',
    origin: environment['PUBLICATION_MACHINE_ARN'] ?? name,
    health: createHealth(deps, { mail: noQueue, workflow }),
  };
}

const stackOf = (stage: string): string => `gongkai-${stage}-publishing`;

async function environmentOf(name: string): Promise<Environment> {
  const { Stacks } = await new CloudFormationClient().send(
    new DescribeStacksCommand({ StackName: stackOf(name) }),
  );
  return { ...process.env, ...variablesIn(Stacks?.[0]?.Outputs ?? []) };
}

/** The stack's outputs are the functions' environment in Pascal case: `TableName` is TABLE_NAME. */
export const variablesIn = (outputs: readonly Output[]): Environment =>
  Object.fromEntries(
    outputs.map(({ OutputKey = '', OutputValue }) => [
      OutputKey.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
      OutputValue,
    ]),
  );

const withoutCredentials = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
]);
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);

/** What is not the operator's to mend stays as it is. */
function inOneLine(error: unknown, stage: string): unknown {
  if (error instanceof z.ZodError) {
    const missing = error.issues.map((issue) => issue.path.join('.')).join('、');
    return refused(`栈 ${stackOf(stage)} 的输出不全（${missing}）。请用现在的版本重新部署后再试。`, error);
  }
  if (!(error instanceof Error)) return error;
  const { name, message } = error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (name === 'ValidationError' && message.includes('does not exist'))
    return refused(
      `没有环境“${stage}”：${where()} 没有栈 ${stackOf(stage)}。请检查名称、账号和地域。`,
      error,
    );
  if (message.includes('Region is missing'))
    return refused('没有指定地域。请设置环境变量 AWS_REGION，如 cn-north-1。', error);
  if (withoutCredentials.has(name))
    return refused(
      '没有可用的 AWS 凭证，或者已经过期。请登录后再试（设置 AWS_PROFILE 或 AWS_ACCESS_KEY_ID 等）。',
      error,
    );
  if (name.startsWith('AccessDenied')) return refused(`当前的 AWS 身份没有这个权限：${message}`, error);
  if (unreachable.has(code) || name === 'TimeoutError')
    return refused(`连不上 AWS（${where()}）。请检查网络和 AWS_ENDPOINT_URL、AWS_REGION。`, error);
  return error;
}

const where = (): string =>
  process.env['AWS_ENDPOINT_URL'] ?? `地域 ${process.env['AWS_REGION'] ?? '（默认）'}`;

const refused = (line: string, cause: unknown): InputRefused => new InputRefused(line, { cause });
