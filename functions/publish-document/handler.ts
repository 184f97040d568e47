import { files, mail, withTable } from '@gongkai/platform/aws/deps.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createPublishDocument } from './publish-document.ts';

const place = withTable();
export const handler = logged(
  'publish-document',
  createPublishDocument({ ...place, ...files(place), ...mail(place) }),
);
