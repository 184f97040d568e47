/** What the workflow keeps beside a revision in the records area: its text, its findings, its redacted copy. */
import type * as z from 'zod';
import { NotFound } from '@gongkai/domain/errors.ts';
import type { Files } from '@gongkai/platform/ports.ts';

export function revisionFile<T>(name: string, schema: z.ZodType<T>) {
  const keyOf = (documentId: string, revision: number): string =>
    `documents/${documentId}/${revision}/${name}.json`;
  return {
    save: (files: Pick<Files, 'put'>, documentId: string, revision: number, value: T): Promise<void> =>
      files.put('records', keyOf(documentId, revision), new TextEncoder().encode(JSON.stringify(value)), {
        contentType: 'application/json',
      }),

    /** Throws {@link NotFound} when the step that writes it has not run. */
    load: async (files: Pick<Files, 'get'>, documentId: string, revision: number): Promise<T> => {
      const key = keyOf(documentId, revision);
      const stored = await files.get('records', key);
      if (!stored) throw new NotFound(`${key} 不存在`);
      return schema.parse(JSON.parse(new TextDecoder().decode(stored.body)));
    },
  };
}
