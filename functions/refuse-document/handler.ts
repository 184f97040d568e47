import { files, mail, withTable } from '@gongkai/platform/aws/deps.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createRefuseDocument } from './refuse-document.ts';

const place = withTable();
export const handler = logged(
  'refuse-document',
  createRefuseDocument({ ...place, ...files(place), ...mail(place) }),
);
