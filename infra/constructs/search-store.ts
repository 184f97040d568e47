/** Where the search index lies: a file system in a network that leads nowhere but to the storage of the region. */
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  GatewayVpcEndpointAwsService,
  type IVpc,
  IpAddresses,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { AccessPoint, FileSystem } from 'aws-cdk-lib/aws-efs';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { accept } from './accept.ts';

/** What a function that lies beside the index is given. */
export interface SearchPlace {
  subnetIds: string[];
  securityGroupId: string;
  accessPointId: string;
  fileSystemId: string;
}

const network = '10.26.0.0/24';
const zones = 2;
const owner = '1000';

export function searchStore(scope: Construct, key: IKey): SearchPlace {
  // As the interface: its optional fields are not typed for exactOptionalPropertyTypes.
  const vpc = new Vpc(scope, 'SearchNetwork', {
    ipAddresses: IpAddresses.cidr(network),
    maxAzs: zones,
    natGateways: 0,
    // Emptying the default group would bring a custom resource along; nothing is in it.
    restrictDefaultSecurityGroup: false,
    subnetConfiguration: [{ name: 'search', subnetType: SubnetType.PRIVATE_ISOLATED }],
    gatewayEndpoints: { Storage: { service: GatewayVpcEndpointAwsService.S3 } },
  }) as IVpc;
  accept(
    vpc,
    'AwsSolutions-VPC7',
    'Nothing leads in or out of it but the endpoint of S3, which logs access.',
  );
  // Both ends of every connection are in it: functions and mount targets.
  const group = new SecurityGroup(scope, 'SearchGroup', { vpc, allowAllOutbound: true });
  group.addIngressRule(Peer.ipv4(network), Port.tcp(2049));
  const fileSystem = new FileSystem(scope, 'SearchFiles', {
    vpc,
    vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
    securityGroup: group,
    encrypted: true,
    kmsKey: key,
    // The index can be made anew from the records, but that takes a while.
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const accessPoint = new AccessPoint(scope, 'SearchFolder', {
    fileSystem,
    path: '/search',
    posixUser: { uid: owner, gid: owner },
    createAcl: { ownerUid: owner, ownerGid: owner, permissions: '750' },
  });
  const stack = Stack.of(scope);
  const told = (value: string): string => stack.exportValue(value);
  return {
    subnetIds: vpc.isolatedSubnets.map((subnet) => told(subnet.subnetId)),
    securityGroupId: told(group.securityGroupId),
    accessPointId: told(accessPoint.accessPointId),
    fileSystemId: told(fileSystem.fileSystemId),
  };
}
