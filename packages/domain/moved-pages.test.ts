import { expect, test } from 'vitest';
import { InputRefused } from './errors.ts';
import { withMove } from './moved-pages.ts';

test('moves never form a chain', () => {
  const once = withMove({}, { from: 'a.html', to: 'b.html' });
  expect(withMove(once, { from: 'b.html', to: 'c.html' })).toEqual({
    'a.html': 'c.html',
    'b.html': 'c.html',
  });
  expect(withMove(once, { from: 'x.html', to: 'a.html' })).toEqual({
    'a.html': 'b.html',
    'x.html': 'b.html',
  });
});

test.each([
  ['a circle', { 'b.html': 'a.html' }, { from: 'a.html', to: 'b.html' }],
  ['itself', {}, { from: 'a.html', to: 'a.html' }],
  ['a slash in front', {}, { from: '/a.html', to: 'b.html' }],
  ['another site', {}, { from: 'a.html', to: 'https://elsewhere.example/b.html' }],
  ['a way out of the folder', {}, { from: '../a.html', to: 'b.html' }],
])('%s is refused', (_, paths, move) => {
  expect(() => withMove(paths, move)).toThrow(InputRefused);
});
