import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createClassifyDocument } from './classify-document.ts';

export const handler = logged('classify-document', createClassifyDocument(withTable()));
