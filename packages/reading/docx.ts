/** Word files (ECMA-376): every part that can hold text is read, also what Word does not show. */
import { oneLine } from './clean.ts';
import { type PartType, partTypes } from './docx-parts.ts';
import { walkPart } from './docx-walk.ts';
import { Refusal } from './refusal.ts';
import type { Block, Content, Hidden } from './types.ts';
import { plainText, xmlText } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

/** The properties that name people, bodies or contents; the others count pages and minutes. */
const personal =
  /^(creator|lastModifiedBy|title|subject|description|keywords|category|Company|Manager|lpwstr|lpstr)$/;

/** Order of the blocks: what stands above the text, the text, what stands below it. */
const visible: readonly PartType[] = ['header', 'document', 'footnotes', 'endnotes', 'footer'];

/** `deadline` on the clock of `performance.now()`. Throws {@link Refusal}. */
export function readDocx(bytes: Uint8Array, deadline: number): Content {
  const zip = openZip(bytes);
  const parts = partTypes(zip);
  const hidden: Hidden[] = [];
  const blocks: Block[] = [];
  const alternatives: Hidden[] = [];
  if (!parts.some((p) => p.type === 'document')) throw new Refusal('damaged');
  for (const type of visible)
    for (const part of parts.filter((p) => p.type === type)) {
      const walked = walkPart(xmlText(read(zip, part.name)), type, deadline);
      blocks.push(...walked.blocks);
      hidden.push(...walked.hidden);
      alternatives.push(...walked.alternatives);
    }
  for (const part of parts.filter((p) => p.type === 'comments'))
    for (const block of walkPart(xmlText(read(zip, part.name)), 'comments', deadline).blocks)
      hidden.push({ kind: 'comment', text: block.text, place: '批注' });
  for (const part of parts.filter((p) => p.type === 'properties'))
    for (const text of plainText(xmlText(read(zip, part.name)), deadline, personal))
      hidden.push({ kind: 'property', text, place: '文档属性' });
  for (const part of parts.filter((p) => p.type === 'other'))
    for (const text of plainText(xmlText(read(zip, part.name)), deadline))
      hidden.push({ kind: 'other-part', text, place: `文件内部（${part.name.split('/').at(-1)}）` });
  return {
    blocks: withoutRepeats(blocks),
    hidden: [...hidden, ...unshown(alternatives, blocks)],
    problems: unread(zip),
  };
}

const read = (zip: Zip, name: string): Uint8Array => zip.read(name) ?? new Uint8Array();

/** First, odd and even pages have header parts of their own, mostly with the same text; page numbers say nothing. */
function withoutRepeats(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>();
  return blocks.filter((block) => {
    if (block.part !== 'header' && block.part !== 'footer') return true;
    const key = `${block.part} ${block.text}`;
    if (seen.has(key) || /^[\s\d—–-]*$/.test(block.text)) return false;
    seen.add(key);
    return true;
  });
}

/** The older form of a text box repeats the newer one; when it differs, something hides there. */
function unshown(alternatives: readonly Hidden[], blocks: readonly Block[]): Hidden[] {
  const shown = new Set(blocks.map((b) => b.text));
  return alternatives.filter((a) => !shown.has(oneLine(a.text)));
}

function unread({ names }: Zip): string[] {
  const count = (pattern: RegExp): number => names.filter((n) => pattern.test(n)).length;
  const images = count(/\/media\/[^/]+$/i);
  const objects = count(/\/(embeddings|activeX)\/[^/]+$/i) + count(/\/afchunk[^/]*$/i);
  const macros = count(/vbaProject\.bin$/i);
  return [
    ...(images > 0 ? [`文件中有 ${images} 张图片，图片中的文字没有检查，请人工查看。`] : []),
    ...(objects > 0
      ? [`文件中嵌入了 ${objects} 个对象，其中的内容没有检查，请人工查看或删除后重新上传。`]
      : []),
    ...(macros > 0 ? ['文件中含有宏，没有检查。'] : []),
  ];
}
