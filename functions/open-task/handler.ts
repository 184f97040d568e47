import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { createOpenTask } from './open-task.ts';

export const handler = createOpenTask(await awsDeps());
