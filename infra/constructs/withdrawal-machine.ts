/** Taking a document off the public site as one act. Input: `withdrawalInput` of events/workflow.ts. */
import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { type Functions, vocabulary } from './steps.ts';

export function withdrawalMachine(scope: Construct, functions: Functions): IChainable {
  const { stepWithInput, end } = vocabulary(scope, functions);
  return stepWithInput('Withdraw the document', 'withdraw-document').next(end('Withdrawn'));
}
