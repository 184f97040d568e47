import { files } from '@gongkai/platform/aws/ports/files.ts';
import { withoutTable } from '@gongkai/platform/aws/ports/place.ts';
import { logged } from '@gongkai/platform/log.ts';
import { handle } from 'hono/aws-lambda';
import { createApp } from './app.tsx';
import type { SubscribeDeps } from './areas.ts';

const place = withoutTable();
let opened: Promise<SubscribeDeps> | undefined;
const subscribing = (): Promise<SubscribeDeps> =>
  (opened ??= import('./subscribe/cloud-ports.ts').then(({ subscribePorts }) => subscribePorts()));
export const handler = logged('site', handle(createApp({ ...place, ...files(place), subscribing })));
