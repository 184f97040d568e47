import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { patient } from '@gongkai/platform/passing-trouble.ts';
import { createClassifyDocument } from './classify-document.ts';

export const handler = patient(logged('classify-document', createClassifyDocument(withTable())));
