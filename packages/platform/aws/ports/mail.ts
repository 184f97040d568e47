import type { Deps } from '../../deps.ts';
import { countingFailures } from '../counting-failures.ts';
import { createDeliver } from '../deliver.ts';
import { createCloudMail } from '../mail.ts';
import type { WithTable } from './table.ts';

export const mail = ({ env, table, clock }: WithTable): Pick<Deps, 'mail'> => ({
  mail: createCloudMail({ table, clock, deliver: countingFailures(createDeliver(env), env.STAGE) }),
});
