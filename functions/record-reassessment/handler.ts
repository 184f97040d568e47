import { files, withTable } from '@gongkai/platform/aws/deps.ts';
import { createRecordReassessment } from './record-reassessment.ts';

const place = withTable();
export const handler = createRecordReassessment({ ...place, ...files(place) });
