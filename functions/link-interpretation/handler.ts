import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createLinkInterpretation } from './link-interpretation.ts';

export const handler = createLinkInterpretation(await awsDeps());
