/** Pictures of pages and redacted copies, for who may see the task, and for nobody's cache. */
import { NotFound } from '@gongkai/domain/errors.ts';
import { contentDisposition } from '@gongkai/platform/content-disposition.ts';
import { Refusal } from '@gongkai/reading/refusal.ts';
import { pictureOf } from '@gongkai/redaction/redaction-process.ts';
import { type Context, Hono } from 'hono';
import { redactedName } from '../../shared/document-view.ts';
import { originalKey, redactedFileKey } from '../../shared/kept-by-content.ts';
import { base } from '../base.ts';
import type { PortalDeps, PortalEnv } from '../env.ts';
import { openView } from './open-view.ts';
import type { TaskView } from './task-view.ts';

export function fileRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const stored = async (key: string): Promise<Uint8Array> => {
    const file = await deps.files.get('records', key);
    if (!file) throw new NotFound(key);
    return file.body;
  };
  const send = (c: Context<PortalEnv>, body: Uint8Array, type: string, name?: string) =>
    c.body(new Uint8Array(body), 200, {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      ...(name === undefined ? {} : { 'content-disposition': contentDisposition(name) }),
    });

  app.get(`${base}/tasks/:id/pages/:slot/:page`, async (c) => {
    const { view } = await openView(deps, c, c.req.param('id'));
    const [slot, page] = [numberOf(c.req.param('slot')), numberOf(c.req.param('page'))];
    const file = view.document.files.find((f) => f.slot === slot);
    if (file?.type !== 'pdf' || file.sha256 === undefined) throw new NotFound('page');
    const bytes = await stored(originalKey(file.sha256));
    return send(c, await drawn(bytes, page, { marks: marksOn(view, slot, page), ruler: true }), 'image/png');
  });

  app.get(`${base}/tasks/:id/copies/:slot`, async (c) => {
    const { view } = await openView(deps, c, c.req.param('id'));
    const copy = copyOf(view, numberOf(c.req.param('slot')));
    const body = await stored(redactedFileKey(copy.sha256));
    return send(c, body, 'application/octet-stream', redactedName(copy.name, copy.type));
  });

  app.get(`${base}/tasks/:id/copies/:slot/:page`, async (c) => {
    const { view } = await openView(deps, c, c.req.param('id'));
    const copy = copyOf(view, numberOf(c.req.param('slot')));
    if (copy.type !== 'pdf') throw new NotFound('page');
    const bytes = await stored(redactedFileKey(copy.sha256));
    return send(c, await drawn(bytes, numberOf(c.req.param('page')), {}), 'image/png');
  });

  return app;
}

const numberOf = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : -1);

async function drawn(
  bytes: Uint8Array,
  page: number,
  extra: Parameters<typeof pictureOf>[2],
): Promise<Uint8Array> {
  if (page < 1) throw new NotFound('page');
  try {
    return (await pictureOf(bytes, page, extra)).png;
  } catch (error) {
    if (error instanceof Refusal) throw new NotFound('page', { cause: error });
    throw error;
  }
}

function copyOf({ redacted }: TaskView, slot: number) {
  const copy = redacted?.files.find((f) => f.slot === slot);
  if (!copy) throw new NotFound('redacted copy');
  return copy;
}

/** More frames than this on one page tell nothing. */
const maxMarks = 400;

const marksOn = ({ text, findings }: TaskView, slot: number, page: number) => {
  const blocks = text?.files.find((f) => f.slot === slot)?.blocks ?? [];
  return findings
    .filter((f) => f.slot === slot && f.hidden === undefined && (blocks[f.line]?.page ?? page) === page)
    .slice(0, maxMarks)
    .map((f) => ({ text: f.match, red: f.severity === 'block' }));
};
