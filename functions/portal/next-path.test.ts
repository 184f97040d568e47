import { expect, it } from 'vitest';
import { nextPath } from './next-path.ts';

it('goes back to pages of the portal, with their query', () => {
  expect(nextPath('/portal/documents/abc?x=1')).toBe('/portal/documents/abc?x=1');
});

it.each([
  undefined,
  7,
  '',
  'https://evil.example/portal/',
  '//evil.example/portal/',
  '/portal/../x',
  '/portal/\\evil',
  '/portalx/',
  '/portal/sign-out',
  `/portal/${'x'.repeat(600)}`,
])('goes to the tasks instead of to %j', (wanted) => {
  expect(nextPath(wanted)).toBe('/portal/tasks');
});
