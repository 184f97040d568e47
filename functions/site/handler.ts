import { files } from '@gongkai/platform/aws/ports/files.ts';
import { withoutTable } from '@gongkai/platform/aws/ports/place.ts';
import { logged } from '@gongkai/platform/log.ts';
import { handle } from 'hono/aws-lambda';
import { createApp } from './app.tsx';
import type { SubscribeDeps } from './areas.ts';

const place = withoutTable();
const subscribing = async (): Promise<SubscribeDeps> =>
  (await import('./subscribe/cloud-ports.ts')).subscribePorts();
export const handler = logged('site', handle(createApp({ ...place, ...files(place), subscribing })));
