import { files, withTable } from '@gongkai/platform/aws/deps.ts';
import { createScreenDocument } from './screen-document.ts';

const place = withTable();
export const handler = createScreenDocument({ ...place, ...files(place) });
