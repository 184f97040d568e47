/** Executions of Step Functions, Standard. */
import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { type ExecutionState, type MachineName, TokenClosed, type Workflow } from '../ports.ts';

export interface StepFunctionsOptions {
  client: SFNClient;
  machineArns: Record<MachineName, string>;
}

/** Answers that mean: nobody waits for this token any more. */
const closed = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken']);
/** The cause SendTaskFailure takes. */
const longestCause = 32_768;

export function createStepFunctionsWorkflow({ client, machineArns }: StepFunctionsOptions): Workflow {
  const executionArn = (machine: MachineName, name: string): string =>
    `${machineArns[machine].replace(':stateMachine:', ':execution:')}:${name}`;
  return {
    async start(machine, name, input) {
      const answer = await unless(
        client.send(
          new StartExecutionCommand({
            stateMachineArn: machineArns[machine],
            name,
            input: JSON.stringify(input),
          }),
        ),
        (error) => error === 'ExecutionAlreadyExists',
      );
      return answer ? 'started' : 'already-started';
    },
    async succeed(token, output) {
      await answer(
        client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) })),
      );
    },
    async fail(token, error, cause) {
      await answer(
        client.send(
          new SendTaskFailureCommand({ taskToken: token, error, cause: cause.slice(0, longestCause) }),
        ),
      );
    },
    async describe(machine, name) {
      const found = await unless(
        client.send(new DescribeExecutionCommand({ executionArn: executionArn(machine, name) })),
        (error) => error === 'ExecutionDoesNotExist',
      );
      return (
        found && {
          ...stateOf(machine, { ...found, name }),
          ...optional('input', parse(found.input)),
          ...optional('output', parse(found.output)),
        }
      );
    },
    async list(machine, { status, limit, after }) {
      const { executions = [], nextToken } = await client.send(
        new ListExecutionsCommand({
          stateMachineArn: machineArns[machine],
          maxResults: limit,
          ...optional('statusFilter', status),
          ...optional('nextToken', after),
        }),
      );
      return { items: executions.map((e) => stateOf(machine, e)), ...optional('next', nextToken) };
    },
  };
}

interface Found {
  name?: string | undefined;
  status?: string | undefined;
  startDate?: Date | undefined;
  stopDate?: Date | undefined;
  error?: string | undefined;
  cause?: string | undefined;
}

const stateOf = (machine: MachineName, found: Found): ExecutionState => ({
  name: found.name ?? '',
  machine,
  // An execution about to be redriven runs again.
  status: found.status === 'PENDING_REDRIVE' ? 'RUNNING' : (found.status as ExecutionState['status']),
  startedAt: found.startDate?.toISOString() ?? '',
  ...optional('stoppedAt', found.stopDate?.toISOString()),
  ...optional('error', found.error),
  ...optional('cause', found.cause),
});

const parse = (json: string | undefined): unknown => (json === undefined ? undefined : JSON.parse(json));

const optional = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);

async function unless<T>(answer: Promise<T>, isExpected: (error: string) => boolean): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && isExpected(error.name)) return undefined;
    throw error;
  }
}

async function answer(sending: Promise<unknown>): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if (error instanceof Error && closed.has(error.name))
      throw new TokenClosed(error.message, { cause: error });
    throw error;
  }
}
