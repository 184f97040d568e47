import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createReceiveUpload } from './receive-upload.ts';

export const handler = createReceiveUpload(await awsDeps());
