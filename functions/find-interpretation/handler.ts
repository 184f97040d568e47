import { withTable } from '@gongkai/platform/aws/deps.ts';
import { createFindInterpretation } from './find-interpretation.ts';

export const handler = createFindInterpretation(withTable());
