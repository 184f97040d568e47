/** Files in memory, for tests of what stands on the port. */
import type { Files } from '../ports.ts';

type Stored = NonNullable<Awaited<ReturnType<Files['get']>>>;

export function memoryFiles(): Files {
  const files = new Map<string, Stored>();
  const at = (area: string, key: string): string => `${area}/${key}`;
  const put: Files['put'] = async (area, key, body, { contentType, downloadName }) => {
    const named = downloadName === undefined ? {} : { downloadName };
    files.set(at(area, key), { body, contentType, size: body.byteLength, ...named });
  };
  return {
    put,
    get: async (area, key) => files.get(at(area, key)),
    head: async (area, key) => files.get(at(area, key)),
    list: async (area, prefix) => ({
      items: [...files.keys()]
        .filter((k) => k.startsWith(at(area, prefix)))
        .map((k) => k.slice(area.length + 1)),
    }),
    copy: async (from, to, options) => {
      const stored = files.get(at(from.area, from.key));
      if (stored) await put(to.area, to.key, stored.body, options);
    },
    delete: async (area, key) => {
      files.delete(at(area, key));
    },
    presignPost: async ({ key }) => ({ url: 'http://inbox.test/', fields: { key } }),
  };
}
