/** The addresses that a web page asks for by itself, as they are written there. */

const fetching = ['src', 'background', 'poster', 'data', 'href', 'xlink:href'];
/** Their `href` waits for a click, or says where other addresses begin. */
const led = new Set(['a', 'area', 'base']);

export function fetchedBy(tag: string, attributes: Readonly<Record<string, string>>): string[] {
  const { srcset = '', style = '' } = attributes;
  const named = fetching.flatMap((name) =>
    name.endsWith('href') && led.has(tag) ? [] : [attributes[name] ?? ''],
  );
  // A comma inside `data:` separates nothing.
  const pictures = srcset.split(/(?<=\d[wx]),|,\s/).map((one) => one.trim().split(/\s/)[0] ?? '');
  return [...named, ...pictures, ...fetchedByStyle(style)];
}

export const fetchedByStyle = (css: string): string[] =>
  [...css.matchAll(/(?:url\(|@import(?!\s*url\())\s*["']?([^"')\s;]+)/gi)].map(([, address = '']) => address);
