import { filesOnDemand, links, mail, withTable, workflow } from '@gongkai/platform/aws/deps.ts';
import { handle } from 'hono/aws-lambda';
import { createApp } from './app.tsx';

const place = withTable();
const ports = { ...filesOnDemand(place), ...workflow(place), ...mail(place), ...(await links(place)) };
export const handler = handle(createApp({ ...place, ...ports }));
