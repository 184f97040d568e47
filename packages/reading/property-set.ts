/** Summary of an old Office file (MS-OLEPS): title, author, company and the like. */
import { oneLine } from './clean.ts';
import { encodingOfPage } from './rtf-codes.ts';
import type { Compound } from './ole.ts';
import type { Hidden } from './types.ts';

const sets = ['\u0005SummaryInformation', '\u0005DocumentSummaryInformation'];
/** Name of the template and of the program. */
const impersonal = new Set([7, 18]);
const codePage = 1;
const [ansi, wide] = [0x1e, 0x1f];
const most = 1_000;

export function summaryOf(file: Compound): Hidden[] {
  return sets
    .flatMap((name) => textsOf(file.stream(name)))
    .map(oneLine)
    .filter((text) => /\p{L}|\d{6}/u.test(text))
    .map((text) => ({ kind: 'property', text, place: '文档属性' }));
}

/** Lengths and offsets are the file's word: whatever points outside is left out. */
function textsOf(set: Buffer | undefined): string[] {
  if (!set || set.length < 48) return [];
  const texts: string[] = [];
  const sections = Math.min(set.readUInt32LE(24), 2);
  for (let i = 0; i < sections && 48 + i * 20 <= set.length; i++) {
    const section = set.subarray(set.readUInt32LE(44 + i * 20));
    if (section.length >= 8) texts.push(...textsOfSection(section));
  }
  return texts;
}

function textsOfSection(section: Buffer): string[] {
  const count = Math.min(section.readUInt32LE(4), most, Math.floor((section.length - 8) / 8));
  const properties = Array.from({ length: count }, (_, i) => ({
    id: section.readUInt32LE(8 + i * 8),
    value: section.subarray(section.readUInt32LE(12 + i * 8)),
  })).filter(({ value }) => value.length >= 8);
  const page = properties.find(({ id }) => id === codePage)?.value.readUInt16LE(4);
  const decoder = new TextDecoder(encodingOfPage(page ?? 936));
  return properties.flatMap(({ id, value }) => {
    if (impersonal.has(id)) return [];
    const [type, length] = [value.readUInt32LE(0), value.readUInt32LE(4)];
    if (type === ansi) return [decoder.decode(value.subarray(8, 8 + length))];
    return type === wide ? [value.subarray(8, 8 + length * 2).toString('utf16le')] : [];
  });
}
