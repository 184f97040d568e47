import { files } from '@gongkai/platform/aws/ports/files.ts';
import { mail } from '@gongkai/platform/aws/ports/mail.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { patient } from '@gongkai/platform/passing-trouble.ts';
import { createRefuseDocument } from './refuse-document.ts';

const place = withTable();
export const handler = patient(
  logged('refuse-document', createRefuseDocument({ ...place, ...files(place), ...mail(place) })),
);
