import { InputRefused } from '@gongkai/domain/errors.ts';
import type { PortalContext } from './env.ts';

/** What was posted, as a form or as JSON; `all` gives repeated fields as arrays. Throws {@link InputRefused}. */
export async function readBody(
  c: PortalContext,
  { all = false }: { all?: boolean } = {},
): Promise<Record<string, unknown>> {
  try {
    const body: unknown = isJson(c) ? await c.req.json() : await c.req.parseBody({ all });
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  } catch {
    // Told below: neither broken multipart nor broken JSON is of use to anybody.
  }
  throw new InputRefused('提交的内容不完整，无法读取。请返回上一页重新提交。');
}

/** A text or number as it goes back into a form; empty for anything else. */
export const textOf = (body: Readonly<Record<string, unknown>>, name: string): string => {
  const value = body[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

export const isJson = (c: PortalContext): boolean =>
  (c.req.header('content-type') ?? '').startsWith('application/json');
export const wantsJson = (c: PortalContext): boolean =>
  isJson(c) || (c.req.header('accept') ?? '').startsWith('application/json');
