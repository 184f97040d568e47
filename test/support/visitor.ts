/** Somebody with a browser, as far as HTTP goes: cookies, hidden fields, redirects that are not followed. */
import type { TrialPlace } from '@gongkai/cli/trial.ts';
import { createHandler } from '@gongkai/cli/server.ts';
import type { PresignedPost } from '@gongkai/platform/ports.ts';

export interface Answer {
  status: number;
  /** As it was sent. */
  html: string;
  /** What a reader sees, without tags. */
  text: string;
  location: string | null;
}

const entity: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
const textOf = (html: string): string =>
  html
    .replace(/<(style|script)[^]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entity[name]!);

/** Where requests go: into a handler in this process, or over the network. */
type Handle = (request: Request) => Promise<Response>;

const fetchPage = async (handle: Handle, request: Request) => {
  const response = await handle(request);
  const html = await response.text();
  const location = response.headers.get('location');
  const answer: Answer = { status: response.status, html, text: textOf(html), location };
  return { response, answer };
};

/** One browser; `url` is where the portal lies. */
export function createVisitor(handle: Handle, url: string) {
  let cookie = '';
  let csrf = '';
  const go = async (request: Request): Promise<Answer> => {
    const { response, answer } = await fetchPage(handle, request);
    const set = response.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0]!;
    csrf = /name="csrf" value="([^"]+)"/.exec(answer.html)?.[1] ?? csrf;
    return answer;
  };
  const at = (path: string): string => new URL(path, url).href;
  return {
    get: (path: string) => go(new Request(at(path), { headers: { cookie } })),
    post: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      go(
        new Request(at(path), {
          method: 'POST',
          headers: { cookie, origin: url, ...headers },
          body: new URLSearchParams({ csrf, ...fields }),
        }),
      ),
    postJson: (path: string, fields: object) =>
      go(
        new Request(at(path), {
          method: 'POST',
          headers: { cookie, origin: url, 'content-type': 'application/json' },
          body: JSON.stringify({ csrf, ...fields }),
        }),
      ),
  };
}
export type Visitor = ReturnType<typeof createVisitor>;

/** The browser's own post of a file to storage. */
export async function sendFile(
  handle: Handle,
  { url, fields }: PresignedPost,
  body: Uint8Array | string,
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(Buffer.from(body))]), 'file');
  return (await fetchPage(handle, new Request(url, { method: 'POST', body: form }))).answer;
}

export function visitors({ place, trial, url }: TrialPlace) {
  const handle = createHandler(place, trial);
  const visitor = (): Visitor => createVisitor(handle, url);

  const mailed = async (to: string, pattern: RegExp): Promise<string> => {
    await place.settle();
    for (const mail of await trial.outbox()) {
      const found = mail.to === to ? pattern.exec(`${mail.subject}\n${mail.text}`) : null;
      if (found) return found[1] ?? found[0];
    }
    throw new Error(`no mail to ${to} matches ${pattern}`);
  };

  return {
    visitor,
    mailed,
    signIn: async (email: string) => {
      const somebody = visitor();
      await somebody.post('/portal/sign-in', { email });
      const link = await mailed(email, /(http\S+\/portal\/sign-in\/\S+)/);
      await somebody.get(link);
      await somebody.post(link, {});
      await somebody.get('/portal/tasks');
      return somebody;
    },
    send: async (to: PresignedPost, body: Uint8Array | string): Promise<Answer> => {
      const answer = await sendFile(handle, to, body);
      await place.settle();
      return answer;
    },
  };
}
