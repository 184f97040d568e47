import { files, withTable } from '@gongkai/platform/aws/deps.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createRecordReassessment } from './record-reassessment.ts';

const place = withTable();
export const handler = logged('record-reassessment', createRecordReassessment({ ...place, ...files(place) }));
