/** What can be thrown away and deployed anew: functions, machines, schedules, web. */
import { ArnFormat, Aws, CfnOutput, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { CfnFunction, Code, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { besideTheIndex } from './constructs/beside-the-index.ts';
import { clock } from './constructs/clock.ts';
import { dashboard } from './constructs/dashboard.ts';
import { figuresOf, watchFigures } from './constructs/figures.ts';
import { type FunctionName, functionNames } from './constructs/function-names.ts';
import { Machine, machineArn } from './constructs/machines.ts';
import { productFunction } from './constructs/product-function.ts';
import { publicSite } from './constructs/public-site.ts';
import { environmentFor, type MachineName, machineNames, type Place } from './constructs/rights.ts';
import { lostEvents, searchEvents, uploadEvents } from './constructs/file-events.ts';
import { routeSearch, webApi } from './constructs/web-api.ts';
import type { DataStack } from './data-stack.ts';
import { functionPlans } from './functions.ts';
import { settingsOf, type Stage } from './stages.ts';

/** Where a function's code comes from: bundled for deployment, or nothing at all when only templates count. */
export type CodeOf = (name: FunctionName) => Code;

interface PublishingProps extends StackProps {
  stage: Stage;
  data: DataStack;
  codeOf: CodeOf;
}

export class PublishingStack extends Stack {
  readonly machines: Record<MachineName, Machine>;
  readonly functions: Record<FunctionName, LambdaFunction>;

  constructor(scope: Construct, id: string, { stage, data, codeOf, ...props }: PublishingProps) {
    super(scope, id, props);
    const named = (name: string): string => `gongkai-${stage.name}-${name}`;
    const notify = this.alarmAction(stage);
    const place = this.placeOf(stage, data, named);
    // Known to whoever may read the stack, and to nobody else.
    const frontKey = Fn.select(2, Fn.split('/', Aws.STACK_ID));
    const environment = environmentOf(stage, place, stage.useCloudFront ? { frontKey } : {});
    const { uploads, rounds, entries } = lostEvents(this, notify);
    const failures: Partial<Record<FunctionName, Queue>> = {
      'receive-upload': uploads,
      'update-search': entries,
      'watch-clock': rounds,
      'report-metrics': rounds,
      'build-site': rounds,
      'publish-digest': rounds,
      'send-digests': rounds,
      'screen-published': rounds,
    };

    this.functions = record(functionNames, (name) =>
      productFunction(this, {
        name,
        functionName: named(name),
        code: codeOf(name),
        place,
        environment,
        notify,
        ...functionPlans[name],
        ...(failures[name] ? { failures: failures[name] } : {}),
      }),
    );
    const fn = (name: FunctionName): LambdaFunction => this.functions[name];
    this.machines = record(
      machineNames,
      (name) => new Machine(this, { name, stateMachineName: named(name), functions: fn, notify }),
    );

    uploadEvents(this, place.areas.inbox.name, fn('receive-upload'), uploads);
    searchEvents(this, place.areas.records.name, fn('update-search'), entries);
    besideTheIndex(fn('update-search'), place.search, { writes: true });
    besideTheIndex(fn('search'), place.search, { writes: false });
    // One writer: two would wait for each other over the network.
    (fn('update-search').node.defaultChild as CfnFunction).reservedConcurrentExecutions = 1;
    clock(this, {
      watchClock: fn('watch-clock'),
      reportMetrics: fn('report-metrics'),
      buildSite: fn('build-site'),
      publishDigest: fn('publish-digest'),
      sendDigests: fn('send-digests'),
      screenPublished: fn('screen-published'),
      lost: rounds,
      notify,
    });
    const figures = figuresOf(stage);
    watchFigures(this, figures, notify);

    this.tellOperations({ ...environment, ...environmentFor(['send mail'], place) });
    const portal = webApi(this, 'PortalApi', {
      handler: fn('portal'),
      impact: 'The portal answers with errors: staff cannot upload or decide.',
      runbook: 'The portal answers with errors',
      openBecause: 'The portal has sessions of its own, from links mailed to registered addresses.',
      notify,
    });
    const site = webApi(this, 'SiteApi', {
      handler: fn('site'),
      impact: 'The public site or its search answers with errors.',
      runbook: 'The public site answers with errors',
      openBecause: 'It is the public site.',
      notify,
    });
    routeSearch(site, fn('search'), stage);
    this.tell('PortalAddress', portal.apiEndpoint);
    this.tell(
      'SiteAddress',
      stage.useCloudFront
        ? `https://${publicSite(this, place.areas.public.name, site, frontKey, stage).distributionDomainName}`
        : site.apiEndpoint,
    );
    dashboard(this, {
      name: named('operations'),
      figures,
      machines: record(machineNames, (name) => this.machines[name].stateMachine),
      functions: this.functions,
      apis: { portal, site },
      queues: { uploads, rounds, entries },
    });
  }

  /** `gongkai … --stage` finds the place by these: `TableName` is what functions know as TABLE_NAME. */
  private tellOperations(environment: Record<string, string>): void {
    for (const [name, value] of Object.entries(environment))
      this.tell(
        name.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
        value,
      );
  }

  private tell(id: string, value: string): CfnOutput {
    return new CfnOutput(this, id, { value });
  }

  private alarmAction(stage: Stage): IAlarmAction | undefined {
    if (stage.alarmEmail === undefined) return undefined;
    const topic = new Topic(this, 'Alarms', { enforceSSL: true });
    topic.addSubscription(new EmailSubscription(stage.alarmEmail));
    return new SnsAction(topic);
  }

  private placeOf({ mail }: Stage, data: DataStack, named: (name: string) => string): Place {
    const secretArn = (resourceName: string): string =>
      this.formatArn({
        service: 'secretsmanager',
        resource: 'secret',
        resourceName,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      });
    const identityArn = this.formatArn({
      service: 'ses',
      resource: 'identity',
      resourceName: mail.from.split('@')[1]!,
    });
    return {
      ...data.place,
      machineArns: record(machineNames, (name) => machineArn(this, named(name))),
      mail: {
        from: mail.from,
        ...(mail.transport === 'smtp' ? { secretArn: secretArn(mail.secretName) } : { identityArn }),
      },
    };
  }
}

/** Names of things, the same for every function; rights, and the addresses of secrets, are given apart. */
const environmentOf = (
  stage: Stage,
  place: Place,
  ofStack: { frontKey?: string },
): Record<string, string> => ({
  STAGE: stage.name,
  TABLE_NAME: place.tableName,
  INBOX_BUCKET: place.areas.inbox.name,
  RECORDS_BUCKET: place.areas.records.name,
  PUBLIC_BUCKET: place.areas.public.name,
  PUBLICATION_MACHINE_ARN: place.machineArns.publication,
  REASSESSMENT_MACHINE_ARN: place.machineArns.reassessment,
  WITHDRAWAL_MACHINE_ARN: place.machineArns.withdrawal,
  VALIDITY_MACHINE_ARN: place.machineArns.validity,
  SETTINGS: JSON.stringify({ ...settingsOf(stage), ...ofStack }),
  MAIL_TRANSPORT: stage.mail.transport,
});

const record = <K extends string, V>(names: readonly K[], make: (name: K) => V): Record<K, V> =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<K, V>;
