import { files, withTable } from '@gongkai/platform/aws/deps.ts';
import { createBuildSite } from './build-site.ts';

const place = withTable();
export const handler = createBuildSite({ ...place, ...files(place) });
