import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createReadDocument } from './read-document.ts';

export const handler = createReadDocument(await awsDeps());
