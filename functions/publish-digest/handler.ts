import { files } from '@gongkai/platform/aws/ports/files.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createPublishDigest } from './publish-digest.ts';

const place = withTable();
export const handler = logged('publish-digest', createPublishDigest({ ...place, ...files(place) }));
