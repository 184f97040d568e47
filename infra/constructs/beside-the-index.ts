/** Puts a function into the search's network and mounts the index, for reading or for writing. */
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { accept } from './accept.ts';
import type { SearchPlace } from './search-store.ts';

export const searchFolder = '/mnt/search';

export function besideTheIndex(
  fn: LambdaFunction,
  search: SearchPlace,
  { writes }: { writes: boolean },
): void {
  const arn = (resource: string, resourceName: string): string =>
    Stack.of(fn).formatArn({ service: 'elasticfilesystem', resource, resourceName });
  const accessPoint = arn('access-point', search.accessPointId);
  const cfn = fn.node.defaultChild as CfnFunction;
  cfn.vpcConfig = { subnetIds: search.subnetIds, securityGroupIds: [search.securityGroupId] };
  cfn.fileSystemConfigs = [{ arn: accessPoint, localMountPath: searchFolder }];
  fn.addEnvironment('SEARCH_FOLDER', searchFolder);
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['elasticfilesystem:ClientMount', ...(writes ? ['elasticfilesystem:ClientWrite'] : [])],
      resources: [arn('file-system', search.fileSystemId)],
      conditions: { StringEquals: { 'elasticfilesystem:AccessPointArn': accessPoint } },
    }),
  );
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: [
        'ec2:CreateNetworkInterface',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSubnets',
        'ec2:DeleteNetworkInterface',
        'ec2:AssignPrivateIpAddresses',
        'ec2:UnassignPrivateIpAddresses',
      ],
      resources: ['*'],
    }),
  );
  accept(
    fn.role!,
    'AwsSolutions-IAM5[Resource::*]',
    'Lambda joins networks by these; they know no narrower resource.',
  );
}
