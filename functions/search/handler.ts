/** `/search` in the cloud, in a network of its own beside the index. The pages are the site's. */
import * as z from 'zod';
import { settingsSchema } from '@gongkai/domain/settings.ts';
import { createSharedSearch } from '@gongkai/platform/aws/search.ts';
import { logged } from '@gongkai/platform/log.ts';
import { handle } from 'hono/aws-lambda';
import { createApp } from '../site/app.tsx';

const { SEARCH_FOLDER, SETTINGS } = z
  .object({ SEARCH_FOLDER: z.string().min(1), SETTINGS: z.string() })
  .parse(process.env);
const settings = settingsSchema.parse(JSON.parse(SETTINGS));
const noFiles = { get: async () => undefined };

export const handler = logged(
  'search',
  handle(createApp({ settings, files: noFiles, search: createSharedSearch(SEARCH_FOLDER) })),
);
