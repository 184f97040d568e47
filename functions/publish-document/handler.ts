import { files, mail, withTable } from '@gongkai/platform/aws/deps.ts';
import { createPublishDocument } from './publish-document.ts';

const place = withTable();
export const handler = createPublishDocument({ ...place, ...files(place), ...mail(place) });
