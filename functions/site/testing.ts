/** Public files in memory, for the tests of this folder. */
import { settingsSchema } from '@gongkai/domain/settings.ts';
import type { Files } from '@gongkai/platform/ports.ts';

export const settings = settingsSchema.parse({
  siteUrl: 'https://www.example.gov.cn',
  portalUrl: 'https://www.example.gov.cn/portal',
});

export interface MemoryFile {
  text: string;
  contentType?: string;
  downloadName?: string;
}

/** `asked` grows by every key that is read; `gate`, when set, is awaited before a read answers. */
export function memoryFiles(stored: Record<string, MemoryFile>) {
  const asked: string[] = [];
  const state: { gate?: Promise<void> } = {};
  const get: Files['get'] = async (area, key) => {
    asked.push(`${area}/${key}`);
    const found = area === 'public' && Object.hasOwn(stored, key) ? stored[key] : undefined;
    await state.gate;
    if (!found) return undefined;
    const body = Buffer.from(found.text);
    return {
      body,
      size: body.length,
      contentType: found.contentType ?? 'text/html; charset=utf-8',
      ...(found.downloadName === undefined ? {} : { downloadName: found.downloadName }),
    };
  };
  return { files: { get } as Files, stored, asked, state };
}
