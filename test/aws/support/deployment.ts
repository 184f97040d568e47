/** A deployed stage, found through its portal function: that function's environment names everything else. */
import { InvokeCommand, GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PutBucketNotificationConfigurationCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import type { Deps } from '@gongkai/platform/deps.ts';

export interface Deployment {
  /** The ports of the cloud, as the portal function has them. */
  deps: Deps;
  /** Runs a function as its schedule would; throws what it threw. */
  invoke: (name: string) => Promise<void>;
}

export async function findDeployment(stage: string): Promise<Deployment> {
  const lambda = new LambdaClient();
  const FunctionName = `gongkai-${stage}-portal`;
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const variables = Environment?.Variables ?? {};
  const deps = await awsDeps({ ...variables, AWS_ENDPOINT_URL: process.env['AWS_ENDPOINT_URL'] });
  const told = [variables['INBOX_BUCKET']!, variables['RECORDS_BUCKET']!];
  await whatMotoLeavesOut(told, deps.settings.mailFrom);
  return {
    deps,
    async invoke(name) {
      const answer = await lambda.send(new InvokeCommand({ FunctionName: `gongkai-${stage}-${name}` }));
      if (answer.FunctionError) throw new Error(`${name}: ${answer.Payload?.transformToString()}`);
    },
  };
}

/** Moto's CloudFormation passes over a bucket's notifications; the mail identity is verified by hand on AWS, too. */
async function whatMotoLeavesOut(buckets: readonly string[], EmailIdentity: string): Promise<void> {
  const client = new S3Client({ forcePathStyle: true });
  for (const Bucket of buckets)
    await client.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket,
        NotificationConfiguration: { EventBridgeConfiguration: {} },
      }),
    );
  await new SESv2Client().send(new CreateEmailIdentityCommand({ EmailIdentity }));
}
