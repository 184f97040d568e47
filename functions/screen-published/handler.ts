import { files } from '@gongkai/platform/aws/ports/files.ts';
import { links } from '@gongkai/platform/aws/ports/links.ts';
import { mail } from '@gongkai/platform/aws/ports/mail.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createScreenPublished } from './screen-published.ts';

const place = withTable();
export const handler = logged(
  'screen-published',
  createScreenPublished(
    { ...place, ...files(place), ...mail(place), ...(await links(place)) },
    { seconds: 120 },
  ),
);
