import { files, mail, withTable } from '@gongkai/platform/aws/deps.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createWithdrawDocument } from './withdraw-document.ts';

const place = withTable();
export const handler = logged(
  'withdraw-document',
  createWithdrawDocument({ ...place, ...files(place), ...mail(place) }),
);
