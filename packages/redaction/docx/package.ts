/** The package around the parts: content types and relationships, all written anew. ECMA-376 part 2. */
import type { Part } from '../zip-write.ts';
import { escaped, xmlHead } from './tree.ts';

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export type WordPartType =
  | 'styles'
  | 'numbering'
  | 'settings'
  | 'fontTable'
  | 'theme'
  | 'footnotes'
  | 'endnotes'
  | 'header'
  | 'footer';

export interface WordPart {
  type: WordPartType;
  /** Of the relationship; `headerReference` names it. */
  id: string;
  /** In the folder `word/`. */
  file: string;
  xml: string;
}

const contentType = (type: WordPartType): string =>
  type === 'theme' ? 'application/vnd.openxmlformats-officedocument.theme+xml' : `${word}.${type}+xml`;

export function wordPackage(document: string, parts: readonly WordPart[]): Part[] {
  const overrides = [
    { file: 'document.xml', type: `${word}.document.main+xml` },
    ...parts.map(({ file, type }) => ({ file, type: contentType(type) })),
  ].map(({ file, type }) => `<Override PartName="/word/${file}" ContentType="${type}"/>`);
  const links = parts.map(
    ({ id, type, file }) =>
      `<Relationship Id="${escaped(id)}" Type="${relationship}/${type}" Target="${file}"/>`,
  );
  return [
    {
      name: '[Content_Types].xml',
      content: `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: relationships([
        `<Relationship Id="rId1" Type="${relationship}/officeDocument" Target="word/document.xml"/>`,
      ]),
    },
    { name: 'word/document.xml', content: document },
    { name: 'word/_rels/document.xml.rels', content: relationships(links) },
    ...parts.map(({ file, xml }) => ({ name: `word/${file}`, content: xml })),
  ];
}

const relationships = (links: readonly string[]): string =>
  `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`;
