import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { patient } from '@gongkai/platform/passing-trouble.ts';
import { createFindInterpretation } from './find-interpretation.ts';

export const handler = patient(logged('find-interpretation', createFindInterpretation(withTable())));
