import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createWithdrawDocument } from './withdraw-document.ts';

export const handler = createWithdrawDocument(await awsDeps());
