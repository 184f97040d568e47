/** The pictures of an Office package: where they are shown, and what can be read on them. */
import { asHidden } from './blocks.ts';
import { textInPicture } from './image.ts';
import { append } from './inside.ts';
import type { OfficePackage } from './ooxml.ts';
import type { Block, Hidden, Picture, Reading } from './types.ts';

export interface PictureTexts {
  /** On pictures that the document shows, as text boxes. */
  boxes: Block[];
  /** On pictures that it carries only. */
  hidden: Hidden[];
  unread: Picture[];
  problems: string[];
}

const thumbnail = '文件的缩略图';
/** Nothing points at them: nobody sees them, but they are there. */
const unused = '文件内部';

/** @param placeOf Chinese name of the place where a part is shown. */
export async function readPictures(
  pack: OfficePackage,
  placeOf: (part: string) => string,
  reading: Reading,
): Promise<PictureTexts> {
  const found: PictureTexts = { boxes: [], hidden: [], unread: [], problems: [] };
  for (const [place, names] of placesOf(pack, placeOf)) {
    const texts: Block[] = [];
    let count = 0;
    for (const name of names) {
      const blocks = await textInPicture(pack.bytes(name), reading);
      append(texts, blocks);
      if (blocks.length === 0) count++;
    }
    if (place === thumbnail || place === unused)
      append(found.hidden, asHidden(texts, 'other-part', `${place}的图片`));
    else append(found.boxes, texts);
    if (count > 0) found.unread.push({ place, count });
    if (texts.length > 0) found.problems.push(`${place}的图片中的文字由机器识别，请对照原件核对。`);
  }
  return found;
}

/** Entries by place; an entry that several parts show is named at each. */
function placesOf(pack: OfficePackage, placeOf: (part: string) => string): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  const used = new Set<string>();
  const add = (place: string, name: string): void => {
    used.add(name);
    places.set(place, (places.get(place) ?? new Set()).add(name));
  };
  for (const rels of pack.names.filter((name) => /\.rels$/i.test(name))) {
    const part = partOfRelations(rels);
    for (const { type, target, external } of pack.related(part))
      if (!external && type === 'thumbnail') add(thumbnail, target);
      else if (!external && type === 'image') add(placeOf(part), target);
  }
  for (const name of pack.names) if (/\/media\/[^/]+$/i.test(name) && !used.has(name)) add(unused, name);
  return places;
}

/** `word/_rels/document.xml.rels` → `word/document.xml`. */
export const partOfRelations = (name: string): string => name.replace(/(^|\/)_rels\/([^/]*)\.rels$/i, '$1$2');
