import { filesOnDemand } from '@gongkai/platform/aws/ports/files-on-demand.ts';
import { links } from '@gongkai/platform/aws/ports/links.ts';
import { mail } from '@gongkai/platform/aws/ports/mail.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { workflow } from '@gongkai/platform/aws/ports/workflow.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createWatchClock } from './watch-clock.ts';

const place = withTable();
export const handler = logged(
  'watch-clock',
  createWatchClock({
    ...place,
    ...filesOnDemand(place),
    ...workflow(place),
    ...mail(place),
    ...(await links(place)),
  }),
);
