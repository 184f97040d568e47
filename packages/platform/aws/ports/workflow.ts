import { SFNClient } from '@aws-sdk/client-sfn';
import type { Deps } from '../../deps.ts';
import { createStepFunctionsWorkflow } from '../workflow.ts';
import type { Place } from './place.ts';

export const workflow = ({ env }: Place): Pick<Deps, 'workflow'> => ({
  workflow: createStepFunctionsWorkflow({
    client: new SFNClient(),
    machineArns: {
      publication: env.PUBLICATION_MACHINE_ARN,
      reassessment: env.REASSESSMENT_MACHINE_ARN,
      withdrawal: env.WITHDRAWAL_MACHINE_ARN,
      validity: env.VALIDITY_MACHINE_ARN,
    },
  }),
});
