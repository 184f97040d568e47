import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createWatchClock } from './watch-clock.ts';

export const handler = createWatchClock(await awsDeps());
