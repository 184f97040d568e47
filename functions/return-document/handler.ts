import { mail } from '@gongkai/platform/aws/ports/mail.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createReturnDocument } from './return-document.ts';

const place = withTable();
export const handler = logged('return-document', createReturnDocument({ ...place, ...mail(place) }));
