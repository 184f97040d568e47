/** Fonts that a Word file names by its theme, by their own names: the theme itself is not copied. */
import { type Element, isElement } from './tree.ts';

/** `major` and `minor`, each Latin and East Asian. ECMA-376 part 1, 20.1.4.1.18. */
export type ThemeFonts = ReadonlyMap<string, string>;

/** What stands for Chinese where the theme leaves the choice to the language. */
const simplified = 'Hans';

export function themeFonts(theme: Element | undefined): ThemeFonts {
  const fonts = new Map<string, string>();
  const visit = (element: Element, kind: string): void => {
    const { name } = element;
    const inside = name === 'majorFont' ? 'major' : name === 'minorFont' ? 'minor' : kind;
    const { typeface = '', script } = element.attributes;
    if (inside !== '' && typeface !== '') {
      if (name === 'latin') fonts.set(`${inside}Latin`, typeface);
      else if (name === 'ea' || (name === 'font' && script === simplified))
        fonts.set(`${inside}EastAsia`, fonts.get(`${inside}EastAsia`) ?? typeface);
    }
    for (const inner of element.children) if (isElement(inner)) visit(inner, inside);
  };
  if (theme) visit(theme, '');
  return fonts;
}

const byTheme = [
  ['asciiTheme', 'ascii', 'Latin'],
  ['hAnsiTheme', 'hAnsi', 'Latin'],
  ['eastAsiaTheme', 'eastAsia', 'EastAsia'],
] as const;

/** The attributes of `w:rFonts`, with names in place of references to the theme. */
export function namedFonts(given: Record<string, string>, fonts: ThemeFonts): Record<string, string> {
  const named = { ...given };
  for (const [reference, own, script] of byTheme) {
    const kind = /^(major|minor)/.exec(given[reference] ?? '')?.[1];
    const font = kind && fonts.get(`${kind}${script}`);
    if (font) named[own] = font;
    delete named[reference];
  }
  return named;
}
