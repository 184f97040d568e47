/** Which entry of a Word file is what, by its declared content type; by its name where none is declared. */
import type { OfficePackage } from './ooxml.ts';

const kinds = ['header', 'footer', 'footnotes', 'endnotes', 'comments', 'styles'] as const;
export type PartType = 'document' | (typeof kinds)[number];

/** In the order of the package; what is not listed here is of another kind. */
export function partsOf(pack: Pick<OfficePackage, 'names' | 'typeOf'>): { name: string; type: PartType }[] {
  return pack.names.flatMap((name) => {
    const type = typeOf(name, pack.typeOf(name));
    return type === undefined ? [] : [{ name, type }];
  });
}

function typeOf(name: string, contentType: string): PartType | undefined {
  if (contentType === '') return typeOfName(name.toLowerCase());
  const kind = /([a-z]+)(\.main)?\+xml$/i.exec(contentType.replace('.macroEnabled', ''))?.[1]?.toLowerCase();
  if (kind === 'document' || kind === 'template') return 'document';
  return kinds.find((k) => k === kind);
}

function typeOfName(name: string): PartType | undefined {
  if (/^word\/document\d*\.xml$/.test(name)) return 'document';
  const file = name.split('/').at(-1)!;
  return kinds.find((k) => new RegExp(`^${k}\\d*\\.xml$`).test(file));
}
