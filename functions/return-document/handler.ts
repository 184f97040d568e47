import { mail } from '@gongkai/platform/aws/ports/mail.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { patient } from '@gongkai/platform/passing-trouble.ts';
import { createReturnDocument } from './return-document.ts';

const place = withTable();
export const handler = patient(logged('return-document', createReturnDocument({ ...place, ...mail(place) })));
