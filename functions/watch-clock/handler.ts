import { links, mail, withTable, workflow } from '@gongkai/platform/aws/deps.ts';
import { createWatchClock } from './watch-clock.ts';

const place = withTable();
export const handler = createWatchClock({
  ...place,
  ...workflow(place),
  ...mail(place),
  ...(await links(place)),
});
