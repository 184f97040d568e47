import { withTable } from '@gongkai/platform/aws/deps.ts';
import { createClassifyDocument } from './classify-document.ts';

export const handler = createClassifyDocument(withTable());
