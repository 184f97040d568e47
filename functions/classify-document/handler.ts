import { filesOnDemand } from '@gongkai/platform/aws/ports/files-on-demand.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { patient } from '@gongkai/platform/passing-trouble.ts';
import { createClassifyDocument } from './classify-document.ts';

const place = withTable();
export const handler = patient(
  logged('classify-document', createClassifyDocument({ ...place, ...filesOnDemand(place) })),
);
