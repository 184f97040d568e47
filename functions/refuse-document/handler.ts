import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createRefuseDocument } from './refuse-document.ts';

export const handler = createRefuseDocument(await awsDeps());
