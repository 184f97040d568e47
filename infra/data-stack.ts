/** What must outlive every deployment: the table, the three areas of files, the key of mailed links. */
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type Bucket, type CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { indexNames } from '@gongkai/domain/indexes.ts';
import { accept } from './constructs/accept.ts';
import { accessLogBucket, area } from './constructs/area.ts';
import { letCloudFrontRead } from './constructs/cloud-front-access.ts';
import type { BucketPlace, DataPlace } from './constructs/rights.ts';
import { searchStore } from './constructs/search-store.ts';
import type { Stage } from './stages.ts';

export class DataStack extends Stack {
  /** For the other stack: exports, so that nothing it uses can be taken away. */
  readonly place: DataPlace;

  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage }) {
    super(scope, id, props);
    const { stage } = props;

    const key = new Key(this, 'Key', { enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
    const table = new Table(this, 'Table', {
      partitionKey: { name: 'key', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      timeToLiveAttribute: 'expiresAt',
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
    });
    for (const name of indexNames)
      table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: { name: `${name}-p`, type: AttributeType.STRING },
        sortKey: { name: `${name}-s`, type: AttributeType.STRING },
        // A query finds the keys and then reads the items, fresh: a change of an item costs its indexes nothing.
        projectionType: ProjectionType.KEYS_ONLY,
      });

    const logs = accessLogBucket(this);
    const inbox = area(this, 'Inbox', logs, {
      encryptionKey: key,
      // The reader takes every upload within minutes; what is left after a week was never completed.
      lifecycleRules: [
        { expiration: Duration.days(7), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      cors: [
        {
          allowedMethods: [HttpMethods.POST],
          allowedOrigins: [new URL(stage.portalUrl).origin],
          allowedHeaders: ['*'],
        },
      ],
    });
    const records = area(this, 'Records', logs, {
      encryptionKey: key,
      versioned: true,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    // The L2 switch for this brings a custom resource in Python along; the property itself does not.
    for (const told of [inbox, records])
      (told.node.defaultChild as CfnBucket).notificationConfiguration = {
        eventBridgeConfiguration: { eventBridgeEnabled: true },
      };
    // Not versioned: what is taken down must be gone.
    const publicArea = area(this, 'Public', logs, {});
    if (stage.useCloudFront) letCloudFrontRead(publicArea);

    const linkKey = new Secret(this, 'LinkKey', {
      description: 'Mailed links and codes are derived from this key.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    accept(linkKey, 'AwsSolutions-SMG4', 'Another key would end every mailed link that is still open.');

    const bucketPlace = (bucket: Bucket): BucketPlace => ({
      name: this.exportValue(bucket.bucketName),
      arn: this.exportValue(bucket.bucketArn),
    });
    this.place = {
      tableName: this.exportValue(table.tableName),
      tableArn: this.exportValue(table.tableArn),
      keyArn: this.exportValue(key.keyArn),
      areas: { inbox: bucketPlace(inbox), records: bucketPlace(records), public: bucketPlace(publicArea) },
      linkKeyArn: this.exportValue(linkKey.secretArn),
      search: searchStore(this, key),
    };
  }
}
