import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createBuildSite } from './build-site.ts';

export const handler = createBuildSite(await awsDeps());
