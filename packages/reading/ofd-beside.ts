/** What an OFD file carries beside its pages (GB/T 33190-2016, 7.4, 7.5, 15 to 17 and custom tags). */
import { lines, oneLine } from './clean.ts';
import type { OfdPackage } from './ofd-package.ts';
import type { Hidden } from './types.ts';
import { allInside, child, childrenOf, type Element, fullText } from './xml-tree.ts';

/** Programs, numbers and times. */
const ofNoInterest = new Set([
  'DocID',
  'CreationDate',
  'ModDate',
  'Creator',
  'CreatorVersion',
  'DocUsage',
  'Cover',
]);

const asHidden = (texts: readonly string[], kind: Hidden['kind'], place: string): Hidden[] =>
  texts
    .flatMap(lines)
    .map(oneLine)
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .map((text) => ({ kind, text, place }));

/** Author, title, key words and properties of its own. */
export function documentInfo(body: Element): Hidden[] {
  const info = childrenOf(body, 'DocInfo').flatMap((element) => element.children);
  const texts = info.filter((e) => !ofNoInterest.has(e.name)).map(fullText);
  return asHidden(texts, 'property', '文档属性');
}

export function outlineTitles(document: Element): Hidden[] {
  const outline = ['Outlines', 'Bookmarks'].flatMap((name) => childrenOf(document, name)).map(allInside);
  const titles = outline.flatMap((elements) =>
    Array.from(elements, ({ attributes }) => attributes['Title'] ?? attributes['Name'] ?? ''),
  );
  return asHidden(titles, 'other-part', '书签目录');
}

/** What annotations say, and on which page (by its ID) they draw what. */
export interface OfdAnnotations {
  says: (page: number, id: string) => Hidden[];
  appearances: (id: string) => Element[];
}

export function readAnnotations(ofd: OfdPackage, document: Element, from: string): OfdAnnotations {
  const list = ofd.find(child(document, 'Annotations')?.text ?? '', from);
  const found = new Map<string, Element[]>();
  const pages = list === undefined ? [] : childrenOf(ofd.xml(list), 'Page');
  for (const page of pages) {
    const file = ofd.find(child(page, 'FileLoc')?.text ?? '', list!);
    const annotations = file === undefined ? [] : childrenOf(ofd.xml(file), 'Annot');
    const id = page.attributes['PageID'] ?? '';
    found.set(id, [...(found.get(id) ?? []), ...annotations]);
  }
  const of = (id: string): Element[] => found.get(id) ?? [];
  return {
    says: (page, id) => asHidden(of(id).flatMap(wordsOf), 'annotation', `第 ${page} 页的注释`),
    appearances: (id) =>
      of(id)
        .filter((a) => a.attributes['Visible'] !== 'false')
        .flatMap((a) => childrenOf(a, 'Appearance')),
  };
}

/** Remark and parameters; what an annotation draws is read with the page, unless it is not drawn. */
function wordsOf(annotation: Element): string[] {
  const parts = annotation.children.filter(
    (e) => e.name !== 'Appearance' || annotation.attributes['Visible'] === 'false',
  );
  return [annotation.attributes['Creator'] ?? '', ...parts.map(fullText)];
}

export interface OfdAttachment {
  /** As people see it. */
  name: string;
  /** In the archive; undefined when it is missing. */
  entry: string | undefined;
}

export function attachmentsOf(ofd: OfdPackage, document: Element, from: string): OfdAttachment[] {
  const list = ofd.find(child(document, 'Attachments')?.text ?? '', from);
  const attachments = list === undefined ? [] : childrenOf(ofd.xml(list), 'Attachment');
  return attachments.map((attachment) => ({
    name: attachment.attributes['Name'] ?? '',
    entry: ofd.find(child(attachment, 'FileLoc')?.text ?? '', list!),
  }));
}

/** Everything else in the archive that holds text: custom tags, extensions, older versions, parts that nothing names. */
export function otherParts(ofd: OfdPackage): Hidden[] {
  return ofd.names
    .filter((name) => !ofd.used.has(name) && /\.xml$/i.test(name))
    .flatMap((name) => {
      const root = ofd.xml(name);
      const place = `文件内部（${name.split('/').slice(-2).join('/')}）`;
      return root ? asHidden([...allInside(root)].map(saidBy), 'other-part', place) : [];
    });
}

/** Numbers, places and paths of a part say nothing; digests of signatures neither. */
const technical =
  /(Loc|Digest\w*|CheckValue|SignedValue|AbbreviatedData|Parameters?|\w*Box|\w*Date\w*|Version|Company|\w*ID|Clip|Area)$/;

const saidBy = ({ name, text }: Element): string => (technical.test(name) ? '' : text);
