import { files } from '@gongkai/platform/aws/ports/files.ts';
import { mail } from '@gongkai/platform/aws/ports/mail.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { patient } from '@gongkai/platform/passing-trouble.ts';
import { createPublishDocument } from './publish-document.ts';

const place = withTable();
export const handler = patient(
  logged('publish-document', createPublishDocument({ ...place, ...files(place), ...mail(place) })),
);
