import { files } from '@gongkai/platform/aws/ports/files.ts';
import { withoutTable } from '@gongkai/platform/aws/ports/place.ts';
import { logged } from '@gongkai/platform/log.ts';
import { handle } from 'hono/aws-lambda';
import { createApp } from './app.tsx';

const place = withoutTable();
export const handler = logged('site', handle(createApp({ ...place, ...files(place) })));
