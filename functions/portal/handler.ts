import { awsDeps } from '@gongkai/platform/aws/deps.ts';
import { handle } from 'hono/aws-lambda';
import { createApp } from './app.tsx';

export const handler = handle(createApp(await awsDeps()));
