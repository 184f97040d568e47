import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createReturnDocument } from './return-document.ts';

export const handler = createReturnDocument(await awsDeps());
