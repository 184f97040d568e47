import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createFindInterpretation } from './find-interpretation.ts';

export const handler = logged('find-interpretation', createFindInterpretation(withTable()));
