/** A function of the product: Node 24 on arm64, its own role with the rights named, its log, its alarm. */
import { Duration, Stack } from 'aws-cdk-lib';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acceptStars } from './accept.ts';
import { every, raiseAlarm } from './alarm.ts';
import { constructId, type FunctionName } from './function-names.ts';
import { environmentFor, type Place, type Right, rights } from './rights.ts';

export interface ProductFunctionProps {
  name: FunctionName;
  functionName: string;
  code: Code;
  place: Place;
  environment: Record<string, string>;
  may: readonly Right[];
  /** What people notice when it fails again and again. */
  impact: string;
  memoryMb?: number;
  timeout?: Duration;
  failures?: IQueue;
  notify?: IAlarmAction | undefined;
}

export function productFunction(scope: Construct, props: ProductFunctionProps): LambdaFunction {
  const id = constructId(props.name);
  const logGroup = new LogGroup(scope, `${id}Log`, { retention: RetentionDays.ONE_YEAR });
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  const fn = new LambdaFunction(scope, id, {
    functionName: props.functionName,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: props.code,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    // CPU comes with memory: half a core starts the SDK clients in reasonable time.
    memorySize: props.memoryMb ?? 1024,
    timeout: props.timeout ?? Duration.seconds(60),
    environment: { ...props.environment, ...environmentFor(props.may, props.place) },
    ...(props.failures ? { deadLetterQueue: props.failures } : {}),
  });
  logGroup.grantWrite(role);
  const statements = props.may.flatMap((right) => rights[right](props.place));
  for (const statement of statements) role.addToPolicy(statement);
  acceptStars(role, statements);

  raiseAlarm(scope, `${id}Fails`, {
    metric: fn.metricErrors(every.fiveMinutes),
    threshold: 3,
    periods: 2,
    impact: `${props.impact} Look first: log group of ${Stack.of(scope).stackName}/${id}.`,
    runbook: 'A function fails',
    notify: props.notify,
  });
  return fn;
}
