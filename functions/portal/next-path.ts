import { base } from './base.ts';

const shape = new RegExp(`^${base}/[^\\\\\\s]*$`);

/** Where to go after signing in: only ever a path of the portal itself, whatever the address asked for. */
export function nextPath(wanted: unknown): string {
  const home = `${base}/tasks`;
  if (typeof wanted !== 'string' || wanted.length > 500 || !shape.test(wanted)) return home;
  const here = new URL('http://portal.invalid');
  const url = URL.parse(wanted, here.href);
  if (url?.origin !== here.origin || !url.pathname.startsWith(`${base}/`)) return home;
  return url.pathname.startsWith(`${base}/sign-`) ? home : url.pathname + url.search;
}
