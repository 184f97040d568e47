import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createRecordReassessment } from './record-reassessment.ts';

export const handler = createRecordReassessment(await awsDeps());
