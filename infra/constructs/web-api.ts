/** An HTTP API in front of one web function. */
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { accept } from './accept.ts';
import { every, raiseAlarm, type RunbookHeading } from './alarm.ts';

interface WebApiProps {
  handler: IFunction;
  impact: string;
  runbook: RunbookHeading;
  /** Why there is no authorizer in front. */
  openBecause: string;
  notify: IAlarmAction | undefined;
}

export function webApi(scope: Construct, id: string, props: WebApiProps): HttpApi {
  const api = new HttpApi(scope, id, {
    createDefaultStage: false,
    defaultIntegration: new HttpLambdaIntegration(`${id}Integration`, props.handler),
  });
  openStage(scope, id, api);
  accept(api, 'AwsSolutions-APIG4', props.openBecause);
  raiseAlarm(scope, `${id}Fails`, {
    metric: api.metricServerError(every.fiveMinutes),
    threshold: 5,
    impact: props.impact,
    runbook: props.runbook,
    notify: props.notify,
  });
  return api;
}

/** The search is a function of its own, in the index's network; its addresses are the site's. */
export function routeSearch(api: HttpApi, search: IFunction, { siteUrl }: Stage): void {
  const base = new URL(siteUrl).pathname.replace(/\/$/, '');
  for (const path of ['/search', '/search/{rest+}'])
    api.addRoutes({
      path: `${base}${path}`,
      methods: [HttpMethod.GET, HttpMethod.HEAD],
      integration: new HttpLambdaIntegration('SearchIntegration', search),
    });
}

function openStage(scope: Construct, id: string, httpApi: HttpApi): HttpStage {
  return new HttpStage(scope, `${id}Stage`, {
    httpApi,
    stageName: '$default',
    autoDeploy: true,
    // A county has some dozen people at work; more than this is somebody running up the bill.
    throttle: { rateLimit: 100, burstLimit: 200 },
    accessLogSettings: {
      destination: new LogGroupLogDestination(
        new LogGroup(scope, `${id}AccessLog`, { retention: RetentionDays.ONE_YEAR }),
      ),
      // No path: links in mails carry their secret there.
      format: AccessLogFormat.custom(
        JSON.stringify({
          requestId: '$context.requestId',
          time: '$context.requestTimeEpoch',
          ip: '$context.identity.sourceIp',
          method: '$context.httpMethod',
          status: '$context.status',
          latencyMs: '$context.responseLatency',
          error: '$context.integrationErrorMessage',
        }),
      ),
    },
  });
}
