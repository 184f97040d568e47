/** What a web page does not show, as far as its own text tells: attributes, and rules of one simple selector. */

const hides =
  /(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*[0-2](?:px|pt)?(?![.\d]))/i;
const white = /(?:^|[;{\s])color\s*:\s*(?:white|#fff|#ffffff|rgb\(255, ?255, ?255\))\s*(?:;|$|!)/i;
const ground = /background/i;

/** Undefined when the style shows its text. */
export function hiddenBy(style: string): 'vanished' | 'invisible' | undefined {
  if (hides.test(style)) return 'vanished';
  return white.test(style) && !ground.test(style) ? 'invisible' : undefined;
}

/** Selectors (`.class`, `#id`, `tag`) of rules that hide. */
export function hidingSelectors(html: string): Set<string> {
  const selectors = new Set<string>();
  for (const [, css = ''] of html.matchAll(/<style[^>]*>([^]*?)<\/style/gi))
    for (const [, names = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g))
      if (hiddenBy(body) === 'vanished')
        for (const name of names.split(','))
          selectors.add(
            name
              .trim()
              .split(/[\s>+~]/)
              .at(-1)!
              .toLowerCase(),
          );
  return selectors;
}

export const matches = (
  selectors: ReadonlySet<string>,
  tag: string,
  { id, class: names = '' }: Record<string, string>,
): boolean =>
  selectors.size > 0 &&
  (selectors.has(tag) ||
    (id !== undefined && selectors.has(`#${id.toLowerCase()}`)) ||
    names
      .split(/\s+/)
      .some(
        (name) => selectors.has(`.${name.toLowerCase()}`) || selectors.has(`${tag}.${name.toLowerCase()}`),
      ));
