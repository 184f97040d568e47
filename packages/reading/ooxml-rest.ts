/** What an Office package holds besides the parts its own reader walks: leaks live there. */
import { oneLine } from './clean.ts';
import { readEmbedded } from './embedded.ts';
import { htmlTexts } from './html.ts';
import { addInside, append, type Inside } from './inside.ts';
import type { OfficePackage, Relation } from './ooxml.ts';
import { partOfRelations, readPictures } from './ooxml-pictures.ts';
import { isElsewhere, outsideProblem } from './outside.ts';
import type { Block, Hidden, Reading } from './types.ts';
import { plainText, walkXml, worded } from './xml.ts';

/** The properties that name people, bodies or contents; the others count pages and minutes. */
const personal =
  /^(creator|lastModifiedBy|title|subject|description|keywords|category|contentStatus|Company|Manager|HyperlinkBase|lpwstr|lpstr)$/;

/** Formatting only: no text of the document. */
const formatting =
  /(styles|stylesWithEffects|settings|webSettings|fontTable|numbering|theme\d*|commentsExtended|commentsIds|commentsExtensible|itemProps\d*|calcChain|tableStyles|presProps|viewProps|metadata|printerSettings\d*|\[Content_Types\])\.xml$/i;

const embeddedFile = /\/embeddings\/[^/]+$|\/afchunk[^/]*$/i;

/** The rest of VML says where and how a shape is drawn. */
const inVml = /\p{Script=Han}|\d{6}|@/u;

/** Values in attributes count when they could name somebody or carry a number: `v="张三"` of a pivot table's cache. */
const telling = /\p{Script=Han}|\d{11}|@/u;

/**
 * @param read Parts that were read already.
 * @param placeOf Chinese name of the place where a part is shown, for its pictures.
 */
export async function readRest(
  pack: OfficePackage,
  read: ReadonlySet<string>,
  placeOf: (part: string) => string,
  reading: Reading,
): Promise<{ rest: Inside; boxes: Block[] }> {
  const rest: Inside = { hidden: [], problems: [], pictures: [] };
  const outside: string[] = [];
  for (const name of pack.names) {
    if (read.has(name) || name.endsWith('/')) continue;
    if (/^docProps\/.*\.xml$/i.test(name))
      append(rest.hidden, plainText(pack.xml(name), reading.deadline, personal).map(asProperty));
    else if (/\.rels$/i.test(name)) {
      const relations = pack.related(partOfRelations(name));
      append(rest.hidden, links(relations));
      append(outside, fetched(relations));
    } else if (/\.vml$/i.test(name))
      append(
        rest.hidden,
        otherPart(
          name,
          htmlTexts(pack.xml(name)).filter((text) => inVml.test(text)),
        ),
      );
    else if (/\.xml$/i.test(name) && !formatting.test(name))
      append(rest.hidden, otherPart(name, allTexts(pack.xml(name), reading)));
    else if (embeddedFile.test(name))
      addInside(rest, await readEmbedded(pack.bytes(name), name.split('/').at(-1)!, reading));
    else if (/vbaProject\.bin$/i.test(name))
      rest.problems.push('文件中含有宏。宏没有运行，也没有检查，建议删除宏后重新上传。');
    else if (/\/activeX\/[^/]+\.bin$/i.test(name))
      rest.problems.push('文件中含有控件，其中的内容没有检查，请人工查看。');
  }
  const pictures = await readPictures(pack, placeOf, reading);
  append(rest.hidden, pictures.hidden);
  append(rest.pictures, pictures.unread);
  rest.problems = [...new Set([...outsideProblem(outside), ...rest.problems, ...pictures.problems])];
  return { rest, boxes: pictures.boxes };
}

const otherPart = (name: string, texts: readonly string[]): Hidden[] =>
  texts.map((text) => ({ kind: 'other-part', text, place: `文件内部（${name.split('/').at(-1)}）` }));

const asProperty = (text: string): Hidden => ({ kind: 'property', text, place: '文档属性' });

function allTexts(xml: string, { deadline }: Reading): string[] {
  const found: string[] = [];
  const visitor = {
    open: (_: string, attributes: Record<string, string>) => {
      for (const value of Object.values(attributes)) if (telling.test(value)) append(found, worded(value));
    },
    text: (text: string) => append(found, worded(text)),
  };
  walkXml(xml, visitor, deadline);
  return found;
}

/** Addresses of links and of files on somebody's disk. */
function links(relations: readonly Relation[]): Hidden[] {
  return relations
    .filter((r) => r.external)
    .map((r) => oneLine(decoded(r.target)))
    .filter((text) => telling.test(text))
    .map((text) => ({ kind: 'field', text, place: '链接地址' }));
}

/** All but links that wait for a click: templates, pictures, objects, parts of a master document. */
const fetched = (relations: readonly Relation[]): string[] =>
  relations
    .filter((r) => r.external && r.type !== 'hyperlink' && isElsewhere(r.target))
    .map((r) => oneLine(r.target));

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
