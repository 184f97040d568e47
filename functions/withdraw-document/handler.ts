import { files, mail, withTable } from '@gongkai/platform/aws/deps.ts';
import { createWithdrawDocument } from './withdraw-document.ts';

const place = withTable();
export const handler = createWithdrawDocument({ ...place, ...files(place), ...mail(place) });
