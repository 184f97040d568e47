/** Test support: a browser signed in to the portal over in-memory dependencies. */
import type { MemoryDeps } from '../../../test/support/memory-deps.ts';
import { createApp } from '../app.tsx';
import { TestBrowser } from '../testing.ts';

export const origin = 'http://site.test';

export const browse = (deps: MemoryDeps): TestBrowser => new TestBrowser(createApp(deps), origin);

export async function signedInBrowser(deps: MemoryDeps, personId: string): Promise<TestBrowser> {
  const browser = browse(deps);
  await browser.post('/portal/sign-in', { email: `${personId}@county.test` });
  const link = /\/portal\/sign-in\/\S+/.exec(deps.mails.at(-1)?.text ?? '')?.[0];
  if (link === undefined) throw new Error(`no sign-in mail for ${personId}`);
  await browser.get(link);
  await browser.post(link, {});
  await browser.get('/portal/tasks');
  return browser;
}
