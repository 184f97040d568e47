/** The vocabulary of the machines: steps, questions to people, choices, ends. Retries are the same everywhere. */
import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  Errors,
  Fail,
  IntegrationPattern,
  JitterType,
  type State,
  Succeed,
  TaskInput,
  type TaskStateBase,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { taskCancelled, type TaskKind } from '@gongkai/domain/task.ts';
import type { FunctionName } from './function-names.ts';

export type Functions = (name: FunctionName) => IFunction;
export type Values = Record<string, unknown>;

/** A JSONata expression. */
export const jsonata = (expression: string): string => `{% ${expression} %}`;
export const outcomeIs = (...outcomes: string[]): Condition =>
  Condition.jsonata(
    jsonata(outcomes.map((o) => `$states.input.outcome = ${JSON.stringify(o)}`).join(' or ')),
  );
export const attributeIs = (attribute: string): Condition =>
  Condition.jsonata(jsonata(`$attribute = ${JSON.stringify(attribute)}`));
export const whenTrue = (field: string): Condition => Condition.jsonata(jsonata(`$states.input.${field}`));

/** What a function returned, and what became of it. */
export const payload = jsonata('$states.result.Payload');
/** The document in hand; every step is told. */
const subject: Values = { documentId: jsonata('$documentId'), revision: jsonata('$revision') };
export const decided: Values = { decided: jsonata('$decided') };
/** The answer of the last question decides what follows, and later steps apply that decision. */
const remember: Values = {
  decided: jsonata('$states.result.taskId'),
  attribute: jsonata('$states.result.attribute'),
};

interface StepOptions {
  with?: Values;
  assign?: Values;
  /** What the next state sees; nothing when absent. */
  output?: unknown;
}

interface Question {
  task: TaskKind;
  waitDays: number;
  /** Where to go when nobody answers in time, and what that state sees. */
  unanswered: { next: State; output?: Values };
  /** Where to go when the question is withdrawn; only for tasks that can be. */
  cancelled?: State;
  with?: Values;
  assign?: Values;
}

export function vocabulary(scope: Construct, functions: Functions) {
  /** Calls a function with the document in hand. */
  const step = (name: string, functionName: FunctionName, options: StepOptions = {}): TaskStateBase =>
    retrying(
      LambdaInvoke.jsonata(scope, name, {
        lambdaFunction: functions(functionName),
        payload: TaskInput.fromObject({ ...subject, ...options.with }),
        outputs: options.output ?? {},
        ...(options.assign ? { assign: options.assign } : {}),
        retryOnServiceExceptions: false,
      }),
    );

  /** Opens a task for a person and waits for the decision, which the next state sees. */
  const ask = (name: string, question: Question): TaskStateBase => {
    const task = retrying(
      LambdaInvoke.jsonata(scope, name, {
        lambdaFunction: functions('open-task'),
        integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
        payload: TaskInput.fromObject({
          ...subject,
          ...decided,
          task: question.task,
          token: jsonata('$states.context.Task.Token'),
          round: 1,
          ...question.with,
        }),
        assign: { ...remember, ...question.assign },
        taskTimeout: Timeout.duration(Duration.days(question.waitDays)),
        retryOnServiceExceptions: false,
      }),
    ).addCatch(question.unanswered.next, {
      errors: [Errors.TIMEOUT],
      outputs: question.unanswered.output ?? {},
    });
    if (question.cancelled) task.addCatch(question.cancelled, { errors: [taskCancelled], outputs: {} });
    return task;
  };

  /** Calls a function with the execution's whole input, before there is a document in hand. */
  const stepWithInput = (name: string, functionName: FunctionName): TaskStateBase =>
    retrying(
      LambdaInvoke.jsonata(scope, name, {
        lambdaFunction: functions(functionName),
        payload: TaskInput.fromText(jsonata('$states.input')),
        outputs: {},
        retryOnServiceExceptions: false,
      }),
    );

  return {
    step,
    ask,
    stepWithInput,
    choice: (name: string): Choice => Choice.jsonata(scope, name),
    end: (name: string): Succeed => Succeed.jsonata(scope, name),
    fail: (name: string, error: string, cause: string): Fail => Fail.jsonata(scope, name, { error, cause }),
  };
}

/** Every step may run twice with the same result, so both kinds of passing trouble are simply tried again. */
function retrying<T extends TaskStateBase>(task: T): T {
  task.addRetry({
    // Trouble of the service or of the sandbox, not of the document: over within a minute or two,
    // so 2 + 4 + … + 64 s, spread out lest a throttled burst comes back as a burst.
    errors: [
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.ClientExecutionTimeoutException',
      'Lambda.TooManyRequestsException',
      'Lambda.Unknown',
      'Sandbox.Timedout',
    ],
    interval: Duration.seconds(2),
    backoffRate: 2,
    maxAttempts: 6,
    jitterStrategy: JitterType.FULL,
  });
  task.addRetry({
    // A mail server that is down or a disk that is full waits for somebody to repair it, perhaps over a weekend:
    // about an hour of doubling from a minute, then hourly for three days (6 + 72). Some 400 history events of 25,000.
    errors: ['TryLater'],
    interval: Duration.minutes(1),
    backoffRate: 2,
    maxDelay: Duration.hours(1),
    maxAttempts: 78,
    jitterStrategy: JitterType.FULL,
  });
  return task;
}
