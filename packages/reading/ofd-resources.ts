/** What the pages of an OFD document share: units of graphics, draw parameters, pictures (GB/T 33190-2016, 7.9). */
import { numbers } from './ofd-graphics.ts';
import type { OfdPackage } from './ofd-package.ts';
import { allInside, child, type Element } from './xml-tree.ts';

export interface OfdResources {
  /** A CompositeGraphicUnit. */
  unit(id: string | undefined): Element | undefined;
  /** The DrawParam and what it is based on, nearest first. */
  drawParameters(id: string | undefined): Element[];
  picture(id: string | undefined): OfdPicture | undefined;
}

export interface OfdPicture {
  /** Of the entry in the archive. */
  name: string;
  /** What lies beneath may shine through, as it does under seals. */
  transparent: boolean;
}

const maxBased = 10;

/** `locations`: entry names of the resource files; what they do not know, `shared` may. */
export function readResources(
  ofd: OfdPackage,
  locations: readonly string[],
  shared?: OfdResources,
): OfdResources {
  const known = new Map<string, Element>();
  const pictures = new Map<string, OfdPicture>();
  for (const location of locations) {
    const root = ofd.xml(location);
    if (!root) continue;
    for (const element of allInside(root)) {
      const id = element.attributes['ID'] ?? '';
      if (/^(CompositeGraphicUnit|DrawParam)$/.test(element.name))
        known.set(`${element.name} ${id}`, element);
      const picture = element.name === 'MultiMedia' && pictureOf(ofd, element, root, location);
      if (picture) pictures.set(id, picture);
    }
  }
  return {
    unit: (id = '') => known.get(`CompositeGraphicUnit ${id}`) ?? shared?.unit(id),
    picture: (id = '') => pictures.get(id) ?? shared?.picture(id),
    drawParameters(id = '') {
      const chain: Element[] = [];
      for (let next = known.get(`DrawParam ${id}`); next && chain.length < maxBased;) {
        chain.push(next);
        next = known.get(`DrawParam ${next.attributes['Relative'] ?? ''}`);
      }
      return chain.length > 0 ? chain : (shared?.drawParameters(id) ?? []);
    },
  };
}

function pictureOf(ofd: OfdPackage, media: Element, root: Element, location: string): OfdPicture | undefined {
  const file = child(media, 'MediaFile')?.text.trim() ?? '';
  const name = ofd.find(`${root.attributes['BaseLoc'] ?? ''}/${file}`, location) ?? ofd.find(file, location);
  if (name === undefined || media.attributes['Type'] === 'Audio') return undefined;
  const head = Buffer.from(ofd.bytes(name)?.subarray(0, 4_096) ?? []);
  return { name, transparent: isTransparent(head) };
}

/** PNG with an alpha channel or a transparent colour; GIF may always be. */
function isTransparent(head: Buffer): boolean {
  const text = head.toString('latin1');
  if (text.startsWith('GIF')) return true;
  return text.startsWith('\u0089PNG') && (head[25] === 4 || head[25] === 6 || text.includes('tRNS'));
}

/** Left, top, width and height in millimetres; A4 when nothing is said. */
export function pageSize(
  ...boxes: (Element | undefined)[]
): [left: number, top: number, width: number, height: number] {
  for (const area of boxes) {
    const [left, top, width, height] = numbers(child(area, 'PhysicalBox')?.text);
    if (width && height) return [left!, top!, width, height];
  }
  return [0, 0, 210, 297];
}
