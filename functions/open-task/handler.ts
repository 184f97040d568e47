import { links } from '@gongkai/platform/aws/ports/links.ts';
import { mail } from '@gongkai/platform/aws/ports/mail.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { workflow } from '@gongkai/platform/aws/ports/workflow.ts';
import { logged } from '@gongkai/platform/log.ts';
import { patient } from '@gongkai/platform/passing-trouble.ts';
import { createOpenTask } from './open-task.ts';

const place = withTable();
export const handler = patient(
  logged(
    'open-task',
    createOpenTask({
      ...place,
      ...workflow(place),
      ...mail(place),
      ...(await links(place)),
    }),
  ),
);
