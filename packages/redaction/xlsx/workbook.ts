/** The parts of a workbook that a copy needs: its visible sheets, its texts, its styles. ECMA-376 part 1, chapter 18. */
import { posix } from 'node:path';
import { Refusal } from '@gongkai/reading/refusal.ts';
import { walkXml, xmlText } from '@gongkai/reading/xml.ts';
import type { Zip } from '@gongkai/reading/zip.ts';

export interface Workbook {
  /** Visible ones, in order, with the name of their part. */
  sheets: { name: string; part: string }[];
  strings: string[];
  /** Name of the part; absent in the plainest files. */
  styles: string | undefined;
  date1904: boolean;
}

type Attributes = Record<string, string>;

export function openWorkbook(zip: Zip, deadline: number): Workbook {
  const main = linksOf(zip, '').find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const links = linksOf(zip, main);
  const partOf = (type: string): string | undefined => links.find((l) => l.type === type)?.part;
  const workbook: Workbook = { sheets: [], strings: [], styles: partOf('styles'), date1904: false };
  walk(zip, main, deadline, (name, attributes) => {
    if (name === 'workbookPr') workbook.date1904 = isTrue(attributes['date1904']);
    if (name !== 'sheet' || /hidden/i.test(attributes['state'] ?? '')) return;
    const link = links.find(({ id, type }) => id === attributes['id'] && type === 'worksheet');
    if (link) workbook.sheets.push({ name: attributes['name'] ?? '', part: link.part });
  });
  const strings = partOf('sharedStrings');
  if (strings !== undefined) workbook.strings = sharedStrings(zip, strings, deadline);
  return workbook;
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

export function walk(
  zip: Zip,
  part: string,
  deadline: number,
  open: (name: string, attributes: Attributes) => void,
): void {
  walkXml(textOfPart(zip, part), { open }, deadline);
}

/** Throws {@link Refusal} when it is not there. */
export function textOfPart(zip: Zip, part: string): string {
  const bytes = zip.read(part);
  if (!bytes) throw new Refusal('damaged');
  return xmlText(bytes);
}

/** Runs of a string are read together; how it is pronounced is not shown. */
function sharedStrings(zip: Zip, part: string, deadline: number): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let pronunciation = false;
  walkXml(
    textOfPart(zip, part),
    {
      open: (name) => {
        if (name === 'si') text = '';
        else if (name === 'rPh') pronunciation = true;
        inText = name === 't' && !pronunciation;
      },
      text: (piece) => {
        if (inText) text += piece;
      },
      close: (name) => {
        inText = false;
        if (name === 'rPh') pronunciation = false;
        else if (name === 'si') strings.push(text);
      },
    },
    deadline,
  );
  return strings;
}

function linksOf(zip: Zip, part: string): { id: string; type: string; part: string }[] {
  const folder = part === '' ? '' : posix.dirname(part);
  const source = zip.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  const links: { id: string; type: string; part: string }[] = [];
  if (!source) return links;
  const names = new Map(zip.names.map((name) => [name.toLowerCase(), name]));
  walkXml(xmlText(source), {
    open: (element, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (element !== 'Relationship' || TargetMode === 'External') return;
      const path = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      const name = names.get(path.toLowerCase());
      if (name !== undefined) links.push({ id: Id, type: Type.split('/').at(-1)!, part: name });
    },
  });
  return links;
}
