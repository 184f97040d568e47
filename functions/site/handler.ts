import { files, withoutTable } from '@gongkai/platform/aws/deps.ts';
import { logged } from '@gongkai/platform/log.ts';
import { handle } from 'hono/aws-lambda';
import { createApp } from './app.tsx';

const place = withoutTable();
export const handler = logged('site', handle(createApp({ ...place, ...files(place) })));
