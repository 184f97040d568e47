import { files, withTable } from '@gongkai/platform/aws/deps.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createRedactDocument } from './redact-document.ts';

const place = withTable();
export const handler = logged('redact-document', createRedactDocument({ ...place, ...files(place) }));
