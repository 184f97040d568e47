/** Marking a public document as amended, repealed or lapsed. Input: `validityInput` of events/workflow.ts. */
import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { type Functions, vocabulary } from './steps.ts';

export function validityMachine(scope: Construct, functions: Functions): IChainable {
  const { stepWithInput, end } = vocabulary(scope, functions);
  return stepWithInput('Mark the validity', 'mark-validity').next(end('Marked'));
}
