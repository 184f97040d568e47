import { files, withTable } from '@gongkai/platform/aws/deps.ts';
import { createRedactDocument } from './redact-document.ts';

const place = withTable();
export const handler = createRedactDocument({ ...place, ...files(place) });
