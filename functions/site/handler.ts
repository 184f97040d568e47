import { files, withoutTable } from '@gongkai/platform/aws/deps.ts';
import { handle } from 'hono/aws-lambda';
import { createApp } from './app.tsx';

const place = withoutTable();
export const handler = handle(createApp({ ...place, ...files(place) }));
