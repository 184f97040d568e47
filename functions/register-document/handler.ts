import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createRegisterDocument } from './register-document.ts';

export const handler = createRegisterDocument(await awsDeps());
