import { files, withTable } from '@gongkai/platform/aws/deps.ts';
import { createReadDocument } from './read-document.ts';

const place = withTable();
export const handler = createReadDocument({ ...place, ...files(place) });
