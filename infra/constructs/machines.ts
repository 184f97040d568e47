/** The state machines. Their names are fixed, so that functions know them before they exist. */
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
import { type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { accept } from './accept.ts';
import { every, raiseAlarm, type RunbookHeading } from './alarm.ts';
import { constructId } from './function-names.ts';
import { publicationMachine } from './publication-machine.ts';
import { reassessmentMachine } from './reassessment-machine.ts';
import type { MachineName } from './rights.ts';
import type { Functions } from './steps.ts';
import { validityMachine } from './validity-machine.ts';
import { withdrawalMachine } from './withdrawal-machine.ts';

const definitions: Record<MachineName, (scope: Construct, functions: Functions) => IChainable> = {
  publication: publicationMachine,
  reassessment: reassessmentMachine,
  withdrawal: withdrawalMachine,
  validity: validityMachine,
};
const impacts: Record<MachineName, string> = {
  publication: 'A document stopped on its way to publication or into the register',
  reassessment: 'The yearly reassessment of a document stopped; it stays registered as it was',
  withdrawal: 'A document that must not be public any more may still be public',
  validity: 'A document that was repealed or lapsed may still look as if it were in force',
};
const runbooks: Record<MachineName, RunbookHeading> = {
  publication: 'An execution stopped',
  reassessment: 'An execution stopped',
  withdrawal: 'A withdrawal stopped',
  validity: 'An execution stopped',
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
    const called = new Set<string>();
    const definition = definitions[name](this, (functionName) => {
      called.add(functions(functionName).functionArn);
      return functions(functionName);
    });
    this.stateMachine = new StateMachine(this, 'Machine', {
      stateMachineName,
      role: roleThatCalls(this, [...called]),
      definitionBody: DefinitionBody.fromChainable(definition),
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
      'AwsSolutions-SF2',
      'Executions wait for people for weeks: a trace tells nothing.',
    );

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
      runbook: runbooks[name],
      notify,
    });
  }
}

/** CDK would allow every version of every function, too. */
function roleThatCalls(scope: Construct, functionArns: string[]): IRole {
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: functionArns }));
  role.addToPolicy(new PolicyStatement({ actions: logDelivery, resources: ['*'] }));
  accept(role, 'AwsSolutions-IAM5[Resource::*]', 'The API of log delivery knows no resources.');
  return role.withoutPolicyUpdates();
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html */
const logDelivery = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];
