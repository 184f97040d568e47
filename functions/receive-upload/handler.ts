import { filesOnDemand, withTable, workflow } from '@gongkai/platform/aws/deps.ts';
import { createReceiveUpload } from './receive-upload.ts';

const place = withTable();
export const handler = createReceiveUpload({ ...place, ...filesOnDemand(place), ...workflow(place) });
