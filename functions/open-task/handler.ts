import { links, mail, withTable, workflow } from '@gongkai/platform/aws/deps.ts';
import { createOpenTask } from './open-task.ts';

const place = withTable();
export const handler = createOpenTask({
  ...place,
  ...workflow(place),
  ...mail(place),
  ...(await links(place)),
});
