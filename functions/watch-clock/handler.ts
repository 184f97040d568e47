import { links, mail, withTable, workflow } from '@gongkai/platform/aws/deps.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createWatchClock } from './watch-clock.ts';

const place = withTable();
export const handler = logged(
  'watch-clock',
  createWatchClock({
    ...place,
    ...workflow(place),
    ...mail(place),
    ...(await links(place)),
  }),
);
