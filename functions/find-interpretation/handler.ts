import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createFindInterpretation } from './find-interpretation.ts';

export const handler = createFindInterpretation(await awsDeps());
