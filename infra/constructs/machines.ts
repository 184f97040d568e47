/** The three state machines. Their names are fixed, so that functions know them before they exist. */
import { ArnFormat, type Stack } from 'aws-cdk-lib';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import {
  DefinitionBody,
  type IChainable,
  LogLevel,
  QueryLanguage,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { accept } from './accept.ts';
import { every, raiseAlarm } from './alarm.ts';
import { constructId } from './function-names.ts';
import { publicationMachine } from './publication-machine.ts';
import { reassessmentMachine } from './reassessment-machine.ts';
import type { MachineName } from './rights.ts';
import type { Functions } from './steps.ts';
import { withdrawalMachine } from './withdrawal-machine.ts';

const definitions: Record<MachineName, (scope: Construct, functions: Functions) => IChainable> = {
  publication: publicationMachine,
  reassessment: reassessmentMachine,
  withdrawal: withdrawalMachine,
};
const impacts: Record<MachineName, string> = {
  publication: 'A document stopped on its way to publication or into the register',
  reassessment: 'The yearly reassessment of a document stopped; it stays registered as it was',
  withdrawal: 'A document that must not be public any more may still be public',
};

export const machineArn = (stack: Stack, machineName: string): string =>
  stack.formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: machineName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

interface MachineProps {
  name: MachineName;
  stateMachineName: string;
  functions: Functions;
  notify?: IAlarmAction | undefined;
}

export class Machine extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, { name, stateMachineName, functions, notify }: MachineProps) {
    super(scope, constructId(name));
    this.stateMachine = new StateMachine(this, 'Machine', {
      stateMachineName,
      definitionBody: DefinitionBody.fromChainable(definitions[name](this, functions)),
      queryLanguage: QueryLanguage.JSONATA,
      logs: {
        // Inputs and outputs hold ids, and a withdrawal's reason; the history shows them, the log need not.
        includeExecutionData: false,
        level: LogLevel.ALL,
        destination: new LogGroup(this, 'Log', { retention: RetentionDays.ONE_YEAR }),
      },
    });
    accept(
      this.stateMachine,
      'AwsSolutions-IAM5',
      'Versions of the functions it calls, and log delivery, which knows no resources.',
    );
    accept(this.stateMachine, 'AwsSolutions-SF2', 'Executions wait for people for weeks: a trace tells nothing.');

    const failed = new MathExpression({
      expression: 'failed + timedOut + aborted',
      period: every.fiveMinutes.period,
      usingMetrics: {
        failed: this.stateMachine.metricFailed(every.fiveMinutes),
        timedOut: this.stateMachine.metricTimedOut(every.fiveMinutes),
        aborted: this.stateMachine.metricAborted(every.fiveMinutes),
      },
    });
    raiseAlarm(this, 'Stopped', {
      metric: failed,
      impact: `${impacts[name]}. Open the failed execution: the state it stopped in and the cause say which document.`,
      notify,
    });
  }
}
