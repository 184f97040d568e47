/** A finding of cdk-nag that is accepted here, with the reason: synth fails on every other. */
import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

export const accept = (construct: IConstruct, id: string, reason: string): void => {
  Validations.of(construct).acknowledge({ id, reason });
};
