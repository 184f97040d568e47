/**
 * A redacted copy of a Word file: every part is written anew with only what the allow-list names.
 * Layout, styles, numbering, headers, notes and tables stay; insertions are accepted, deletions carried out.
 */
import { openPackage } from '@gongkai/reading/ooxml.ts';
import { assertAllMet, cellsByRow, type Copy, type Removal } from '../removal.ts';
import { writeZip } from '../zip-write.ts';
import { clean, type Facts, isOn } from './clean.ts';
import { cutTree } from './cut-tree.ts';
import { type WordPart, type WordPartType, wordPackage } from './package.ts';
import { linksOf, mainPart } from './source-parts.ts';
import { themeFonts } from './theme-fonts.ts';
import { child, type Element, isElement, parse, serialise } from './tree.ts';

const kept: ReadonlySet<WordPartType> = new Set([
  ...(['header', 'footer', 'footnotes', 'endnotes'] as const),
  ...(['styles', 'numbering', 'settings', 'fontTable'] as const),
]);

/** Throws `Refusal` for a file that cannot be read, `RedactionRefused` when a row to be cut is not met. */
export function copyDocx(bytes: Uint8Array, removal: Removal, deadline: number): Copy {
  const pack = openPackage(bytes);
  const main = mainPart(pack);
  const sources = linksOf(pack, main, kept);
  const read = (name: string): Element => parse(pack.xml(name), deadline);
  const stylesPart = sources.find(({ type }) => type === 'styles');
  const facts: Facts = {
    links: new Map(sources.map(({ id }, i) => [id, `rId${i + 1}`])),
    fonts: themeFonts(linksOf(pack, main, new Set(['theme'])).map(({ name }) => read(name))[0]),
    hiddenStyles: stylesPart ? hiddenStyles(read(stylesPart.name)) : new Set(),
  };
  let removed = 0;
  const met = new Set<string>();
  const rewritten = (name: string): string => {
    const tree = clean(read(name), facts);
    const cut = cutTree(tree, removal);
    removed += cut.removed;
    for (const key of cut.met) met.add(key);
    return serialise(tree);
  };
  const document = rewritten(main);
  const parts = sources.map(({ type, name }, i): WordPart => {
    const file = `${type}${i + 1}.xml`;
    return { type, id: `rId${i + 1}`, file, xml: rewritten(name) };
  });
  assertAllMet(cellsByRow(removal.cells), met);
  return { bytes: writeZip(wordPackage(document, parts)), removed };
}

/** Styles that hide their text, and those based on them. */
function hiddenStyles(styles: Element): Set<string> {
  const all = styles.children.filter(isElement).filter((s) => s.name === 'style');
  const hidden = new Set<string>();
  for (let before = -1; before < hidden.size;) {
    before = hidden.size;
    for (const style of all) {
      const properties = child(style, 'rPr');
      const base = child(style, 'basedOn')?.attributes['val'] ?? '';
      if (hidden.has(base) || (properties && isOn(child(properties, 'vanish'))))
        hidden.add(style.attributes['styleId'] ?? '');
    }
  }
  return hidden;
}
