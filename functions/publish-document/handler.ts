import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createPublishDocument } from './publish-document.ts';

export const handler = createPublishDocument(await awsDeps());
