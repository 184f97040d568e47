import { links } from '@gongkai/platform/aws/ports/links.ts';
import { mail } from '@gongkai/platform/aws/ports/mail.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createSendDigests } from './send-digests.ts';

const place = withTable();
export const handler = logged(
  'send-digests',
  createSendDigests({ ...place, ...mail(place), ...(await links(place)) }),
);
