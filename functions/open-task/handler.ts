import { links, mail, withTable, workflow } from '@gongkai/platform/aws/deps.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createOpenTask } from './open-task.ts';

const place = withTable();
export const handler = logged(
  'open-task',
  createOpenTask({
    ...place,
    ...workflow(place),
    ...mail(place),
    ...(await links(place)),
  }),
);
