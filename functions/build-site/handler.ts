import { files } from '@gongkai/platform/aws/ports/files.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createBuildSite } from './build-site.ts';

const place = withTable();
export const handler = logged('build-site', createBuildSite({ ...place, ...files(place) }));
