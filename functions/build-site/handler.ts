import { files, withTable } from '@gongkai/platform/aws/deps.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createBuildSite } from './build-site.ts';

const place = withTable();
export const handler = logged('build-site', createBuildSite({ ...place, ...files(place) }));
