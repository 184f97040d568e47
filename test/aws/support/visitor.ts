/** Somebody with a browser of their own at the portal: cookies, redirects, and the hidden fields of forms. */

export interface Page {
  status: number;
  /** As the portal sees it, e.g. `/portal/tasks`. */
  path: string;
  html: string;
}

const mostRedirects = 5;

/**
 * Under the endpoint's HTTP front every function has a folder of its own, which the function does not see: what it
 * calls `/portal/tasks` is `<portalUrl>/tasks` out here.
 */
export function createVisitor(portalUrl: string) {
  const folder = portalUrl.slice(0, -'/portal'.length);
  const { origin } = new URL(portalUrl);
  const cookies = new Map<string, string>();
  const pathOf = (address: string): string =>
    address.startsWith(`${folder}/`) ? address.slice(folder.length) : address;

  const request = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (init.method === 'POST') headers.set('origin', origin);
    const response = await fetch(folder + path, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    return response;
  };

  const follow = async (start: string, init: RequestInit): Promise<Page> => {
    let path = start;
    let response = await request(path, init);
    for (let i = 0; i < mostRedirects && response.status === 303; i++) {
      path = pathOf(response.headers.get('location') ?? '');
      response = await request(path, { method: 'GET' });
    }
    return { status: response.status, path, html: await response.text() };
  };

  return {
    open: (address: string): Promise<Page> => follow(pathOf(address), { method: 'GET' }),
    /** Posts the form of a page that goes to `action`, its hidden fields included; absent: to the page itself. */
    submit: (page: Page, fields: Record<string, string> = {}, action?: string): Promise<Page> =>
      follow(action ?? page.path, {
        method: 'POST',
        body: new URLSearchParams({ ...hiddenFields(page.html, action), ...fields }),
      }),
    /** As the portal's own script does. */
    postJson: (path: string, value: unknown): Promise<Response> =>
      request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(value),
      }),
  };
}
export type Visitor = ReturnType<typeof createVisitor>;

/** Of the first form with that action; a form without one goes to its page. */
export function hiddenFields(html: string, action?: string): Record<string, string> {
  const forms = html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g);
  for (const [, attributes = '', inside = ''] of forms) {
    if (/\baction="([^"]*)"/.exec(attributes)?.[1] !== action) continue;
    const inputs = inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
    return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
  }
  throw new Error(`no form with action ${action}`);
}
