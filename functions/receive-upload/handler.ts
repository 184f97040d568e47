import { filesOnDemand } from '@gongkai/platform/aws/ports/files-on-demand.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { workflow } from '@gongkai/platform/aws/ports/workflow.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createReceiveUpload } from './receive-upload.ts';

const place = withTable();
export const handler = logged(
  'receive-upload',
  createReceiveUpload({ ...place, ...filesOnDemand(place), ...workflow(place) }),
);
