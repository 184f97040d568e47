import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createRedactDocument } from './redact-document.ts';

export const handler = createRedactDocument(await awsDeps());
