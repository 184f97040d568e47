import { files } from '@gongkai/platform/aws/ports/files.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createReadDocument } from './read-document.ts';

const place = withTable();
export const handler = logged('read-document', createReadDocument({ ...place, ...files(place) }));
