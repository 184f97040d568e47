/** Reads OFD, the national fixed-layout format (GB/T 33190-2016). */
import { textOf } from './blocks.ts';
import { compact } from './clean.ts';
import { readEmbedded } from './embedded.ts';
import { addInside, type Inside } from './inside.ts';
import {
  attachmentsOf,
  documentInfo,
  otherParts,
  type OfdAttachment,
  outlineTitles,
  readAnnotations,
} from './ofd-beside.ts';
import { type OfdPackage, openOfd } from './ofd-package.ts';
import { type OfdPage, readOfdPage } from './ofd-page.ts';
import { readPictures } from './ofd-pictures.ts';
import { readResources } from './ofd-resources.ts';
import { layoutBlocks } from './page-layout.ts';
import {
  aboutPages,
  layerProblems,
  recognisedProblems,
  unseenHidden,
  unseenProblems,
} from './page-unseen.ts';
import { assertInTime, Refusal } from './refusal.ts';
import type { Content, Hidden, Reading } from './types.ts';
import { child, childrenOf, type Element } from './xml-tree.ts';

const maxPages = 2_000;
const maxCharacters = 3_000_000;

/** Throws {@link Refusal}. */
export async function readOfd(bytes: Uint8Array, reading: Reading): Promise<Content> {
  const { deadline } = reading;
  const ofd = openOfd(bytes, deadline);
  const main = ofd.find('OFD.xml', '');
  const bodies = childrenOf(main === undefined ? undefined : ofd.xml(main), 'DocBody');
  if (bodies.length === 0) throw new Refusal('damaged');
  const read = bodies.map((body) => readBody(ofd, body, main!, deadline));
  const pages = renumbered(read.flatMap((r) => r.pages));
  const texts = await readPictures(ofd, pages, reading);
  const layouts = [...pages.flatMap((p) => p.layouts), ...texts.layouts];
  const blocks = [...layoutBlocks(layouts.toSorted((a, b) => a.number - b.number)), ...texts.boxes];
  const shown = compact(textOf(blocks));
  const inside = await insideAttachments(
    ofd,
    read.flatMap((r) => r.attachments),
    reading,
  );
  return {
    blocks,
    hidden: [
      ...pages.flatMap(unseenHidden),
      ...read
        .flatMap((r) => r.hidden)
        .filter((h) => h.place !== '书签目录' || !shown.includes(compact(h.text))),
      ...inside.hidden,
      ...otherParts(ofd),
    ],
    problems: [
      ...unseenProblems(pages),
      ...read.flatMap((r) => r.problems),
      ...layerProblems(pages.filter((p) => p.layer)),
      ...recognisedProblems(texts.scans),
      ...aboutPages(texts.illustrated, '图片中的文字由机器识别，请对照原件核对。'),
      ...inside.problems,
    ],
    pictures: [...texts.unread, ...inside.pictures],
    ...(inside.scanned || texts.scans.length > 0 || pages.some((p) => p.layer) ? { scanned: true } : {}),
    ...(inside.secrecy ? { secrecy: inside.secrecy } : {}),
  };
}

async function insideAttachments(
  ofd: OfdPackage,
  attachments: readonly OfdAttachment[],
  reading: Reading,
): Promise<Inside> {
  const all: Inside = { hidden: [], problems: [], pictures: [] };
  for (const { name, entry } of attachments) {
    const bytes = entry === undefined ? undefined : ofd.bytes(entry);
    if (bytes) addInside(all, await readEmbedded(bytes, name, reading));
    else all.problems.push(`附件“${name}”在文件中缺失，没有读取。`);
  }
  return all;
}

interface Body {
  pages: OfdPage[];
  hidden: Hidden[];
  problems: string[];
  attachments: OfdAttachment[];
}

function readBody(ofd: OfdPackage, body: Element, main: string, deadline: number): Body {
  const root = ofd.find(child(body, 'DocRoot')?.text ?? '', main);
  const document = root === undefined ? undefined : ofd.xml(root);
  if (!document) throw new Refusal('damaged');
  const common = child(document, 'CommonData');
  const annotations = readAnnotations(ofd, document, root!);
  const listed = childrenOf(child(document, 'Pages'), 'Page');
  if (listed.length > maxPages)
    throw new Refusal(
      'too-large',
      `文件有 ${listed.length} 页，超过 ${maxPages} 页的上限。请拆分后重新上传。`,
    );
  const shared = readResources(
    ofd,
    ['PublicRes', 'DocumentRes'].flatMap((name) => locate(ofd, childrenOf(common, name), root!)),
  );
  const templates = templatesOf(ofd, common, root!);
  const pages: OfdPage[] = [];
  const missing: { number: number }[] = [];
  let characters = 0;
  for (const [i, { attributes }] of listed.entries()) {
    assertInTime(deadline);
    const entry = ofd.find(attributes['BaseLoc'] ?? '', root!);
    const page = entry === undefined ? undefined : ofd.xml(entry);
    if (!page) {
      missing.push({ number: i + 1 });
      continue;
    }
    const resources = readResources(ofd, locate(ofd, childrenOf(page, 'PageRes'), entry!), shared);
    const [under, over] = templates(page);
    const appearances = annotations.appearances(attributes['ID'] ?? '');
    const area = child(common, 'PageArea');
    const sheet = { number: i + 1, page, under, over: [...over, ...appearances], area };
    pages.push(readOfdPage(sheet, resources));
    characters += pages.at(-1)!.characters;
    if (characters > maxCharacters) throw new Refusal('too-large');
  }
  return {
    pages,
    hidden: [
      ...listed.flatMap(({ attributes }, i) => annotations.says(i + 1, attributes['ID'] ?? '')),
      ...documentInfo(body),
      ...outlineTitles(document),
    ],
    problems: aboutPages(missing, '在文件中缺失或损坏，没有读取。'),
    attachments: attachmentsOf(ofd, document, root!),
  };
}

const locate = (ofd: OfdPackage, elements: readonly Element[], from: string): string[] =>
  elements.flatMap(({ text }) => ofd.find(text, from) ?? []);

/** The templates that a page names: what lies under it and what over it. */
function templatesOf(ofd: OfdPackage, common: Element | undefined, from: string) {
  const known = new Map(
    childrenOf(common, 'TemplatePage').map(({ attributes }) => {
      const entry = ofd.find(attributes['BaseLoc'] ?? '', from);
      const part = entry === undefined ? undefined : ofd.xml(entry);
      return [attributes['ID'] ?? '', { part, order: attributes['ZOrder'] }];
    }),
  );
  return (page: Element): [under: Element[], over: Element[]] => {
    const parts: [Element[], Element[]] = [[], []];
    for (const { attributes } of childrenOf(page, 'Template')) {
      const template = known.get(attributes['TemplateID'] ?? '');
      const order = attributes['ZOrder'] ?? template?.order;
      if (template?.part) parts[order === 'Foreground' ? 1 : 0].push(template.part);
    }
    return parts;
  };
}

/** Over all documents of the file. */
const renumbered = (pages: readonly OfdPage[]): OfdPage[] =>
  pages.map((page, i) => ({
    ...page,
    number: i + 1,
    layouts: page.layouts.map((l) => ({ ...l, number: i + 1 })),
  }));
