import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createScreenDocument } from './screen-document.ts';

export const handler = createScreenDocument(await awsDeps());
