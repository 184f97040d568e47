import { files } from '@gongkai/platform/aws/ports/files.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { patient } from '@gongkai/platform/passing-trouble.ts';
import { createMarkValidity } from './mark-validity.ts';

const place = withTable();
export const handler = patient(logged('mark-validity', createMarkValidity({ ...place, ...files(place) })));
