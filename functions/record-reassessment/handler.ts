import { files } from '@gongkai/platform/aws/ports/files.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { patient } from '@gongkai/platform/passing-trouble.ts';
import { createRecordReassessment } from './record-reassessment.ts';

const place = withTable();
export const handler = patient(
  logged('record-reassessment', createRecordReassessment({ ...place, ...files(place) })),
);
