import { files } from '@gongkai/platform/aws/ports/files.ts';
import { mail } from '@gongkai/platform/aws/ports/mail.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { patient } from '@gongkai/platform/passing-trouble.ts';
import { createWithdrawDocument } from './withdraw-document.ts';

const place = withTable();
export const handler = patient(
  logged('withdraw-document', createWithdrawDocument({ ...place, ...files(place), ...mail(place) })),
);
