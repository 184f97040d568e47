import { mail, withTable } from '@gongkai/platform/aws/deps.ts';
import { createReturnDocument } from './return-document.ts';

const place = withTable();
export const handler = createReturnDocument({ ...place, ...mail(place) });
