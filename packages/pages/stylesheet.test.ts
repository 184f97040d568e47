import { expect, test } from 'vitest';
import { stylesheet as made, stylesheetPath as pathOf } from './stylesheet.ts';

const stylesheet = made();
const stylesheetPath = pathOf();

/** The colours of one `:root` block. */
const tokens = (css: string): Record<string, string> =>
  Object.fromEntries([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6})[;}]/g)].map((m) => [m[1]!, m[2]!]));
const light = tokens(stylesheet.slice(0, stylesheet.indexOf('@media')));
const dark = { ...light, ...tokens(/prefers-color-scheme: dark\)[^]*?}}/.exec(stylesheet)![0]) };
const high = { ...light, ...tokens(/:root\.contrast{[^}]*}/.exec(stylesheet)![0]) };

function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

test.each([
  ['light', light],
  ['dark', dark],
  ['high contrast', high],
])('every text colour is readable on every ground (WCAG 1.4.3), %s', (_, colours) => {
  for (const text of ['ink', 'muted', 'link', 'red', 'good'])
    for (const ground of ['paper', 'wash'])
      expect(contrast(colours[text]!, colours[ground]!)).toBeGreaterThan(4.5);
  expect(contrast(colours['ink']!, colours['notice']!)).toBeGreaterThan(4.5);
  for (const ground of ['brand', 'brand-deep'])
    expect(contrast('#ffffff', colours[ground]!)).toBeGreaterThan(4.5);
  expect(contrast(colours['notice-line']!, colours['paper']!)).toBeGreaterThan(3);
});

test('high contrast is contrast of at least 7:1', () => {
  for (const text of ['ink', 'muted', 'link', 'red', 'good'])
    expect(contrast(high[text]!, high['paper']!)).toBeGreaterThan(7);
});

test('every token that is used is defined, and the path carries a hash', () => {
  const defined = new Set([...stylesheet.matchAll(/--([a-z-]+):/g)].map((m) => m[1]));
  for (const [, name] of stylesheet.matchAll(/var\(--([a-z-]+)\)/g)) expect(defined).toContain(name);
  expect(stylesheetPath).toMatch(/^assets\/site-[0-9a-f]{12}\.css$/);
});

test('the stylesheet asks nothing from anybody', () => {
  expect(stylesheet).not.toMatch(/url\(|@import|https?:/);
});
