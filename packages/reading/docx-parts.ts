/** Which entry of a Word file is what, by its declared content type; by its name where none is declared. */
import { walkXml, xmlText } from './xml.ts';
import type { Zip } from './zip.ts';

export type PartType =
  | 'document'
  | 'header'
  | 'footer'
  | 'footnotes'
  | 'endnotes'
  | 'comments'
  | 'properties'
  | 'other';

/** Formatting only: no text of the document. */
const formatting =
  /(styles|stylesWithEffects|settings|webSettings|fontTable|numbering|theme\d*|people|commentsExtended|commentsIds|commentsExtensible|itemProps\d*|_rels\/.*|\[Content_Types\])\.(xml|xml\.rels|rels)$/i;

export function partTypes(zip: Zip): { name: string; type: PartType }[] {
  const declared = declaredTypes(zip);
  return zip.names
    .filter((name) => /\.xml$/i.test(name) || declared.has(name.toLowerCase()))
    .map((name) => ({ name, type: typeOf(name, declared.get(name.toLowerCase()) ?? '') }))
    .filter(({ name, type }) => type !== 'other' || (/\.xml$/i.test(name) && !formatting.test(name)));
}

function typeOf(name: string, contentType: string): PartType {
  const kind = /([a-z]+)(\.main)?\+xml$/i.exec(contentType.replace('.macroEnabled', ''))?.[1]?.toLowerCase();
  if (kind === 'document' || kind === 'template') return 'document';
  const file = name.split('/').at(-1)!.toLowerCase();
  for (const type of ['header', 'footer', 'footnotes', 'endnotes', 'comments'] as const)
    if (kind === type || (contentType === '' && new RegExp(`^${type}\\d*\\.xml$`).test(file))) return type;
  if (contentType === '' && /^word\/document\d*\.xml$/i.test(name)) return 'document';
  return /^docProps\//i.test(name) ? 'properties' : 'other';
}

function declaredTypes(zip: Zip): Map<string, string> {
  const types = new Map<string, string>();
  const part = zip.read('[Content_Types].xml');
  if (!part) return types;
  walkXml(xmlText(part), {
    open: (name, attributes) => {
      const partName = attributes['PartName'];
      if (name === 'Override' && partName !== undefined)
        types.set(partName.replace(/^\//, '').toLowerCase(), attributes['ContentType'] ?? '');
    },
  });
  return types;
}
