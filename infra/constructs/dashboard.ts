/** One page for whoever is on duty: first what people wait for, then what fails, then how busy it is. */
import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { taskKinds } from '@gongkai/domain/task.ts';
import { every } from './alarm.ts';
import type { Figures } from './figures.ts';

interface Watched {
  name: string;
  figures: Figures;
  machines: Record<string, IStateMachine>;
  functions: Record<string, IFunction>;
  apis: Record<'portal' | 'site', HttpApi>;
  queues: Record<string, IQueue>;
}

/** Three in a row. */
const graph = (title: string, left: IMetric[], period?: Duration): GraphWidget =>
  new GraphWidget({ title, left, width: 8, leftYAxis: { min: 0 }, ...(period ? { period } : {}) });

export function dashboard(scope: Construct, { name, figures, ...watched }: Watched): Dashboard {
  const page = new Dashboard(scope, 'Dashboard', { dashboardName: name, defaultInterval: Duration.days(7) });
  const functions = Object.values(watched.functions);
  const machines = Object.entries(watched.machines);
  page.addWidgets(
    graph('Oldest waiting task by kind (seconds)', taskKinds.map(figures.oldestWaitingTask)),
    graph('Tasks', [figures.tasksOpen, figures.tasksOverdue, figures.tasksUnanswered]),
    graph('Published but not in the feed (seconds)', [figures.feedBehind]),
  );
  page.addWidgets(
    graph(
      'Executions that stopped',
      machines.flatMap(([label, machine]) => [
        machine.metricFailed({ ...every.hour, label: `${label} failed` }),
        machine.metricTimedOut({ ...every.hour, label: `${label} timed out` }),
      ]),
    ),
    graph(
      'Errors of functions',
      functions.map((fn) => fn.metricErrors(every.hour)),
    ),
    graph(
      'Lost events',
      Object.entries(watched.queues).map(([label, queue]) =>
        queue.metricApproximateNumberOfMessagesVisible({ ...every.hour, statistic: 'Maximum', label }),
      ),
    ),
  );
  page.addWidgets(
    graph('Mail', [figures.mailsFailed, ...(figures.mailsBounced ? [figures.mailsBounced] : [])]),
    graph(
      'Executions started',
      machines.map(([label, machine]) => machine.metricStarted({ ...every.hour, label })),
    ),
    graph(
      'Answers with errors',
      Object.entries(watched.apis).flatMap(([label, api]) => [
        api.metricServerError({ ...every.hour, label: `${label} 5xx` }),
        api.metricClientError({ ...every.hour, label: `${label} 4xx` }),
      ]),
    ),
  );
  return page;
}
