/** Excel workbooks (ECMA-376 part 1, 18): what a sheet shows, and everything that it does not. */
import { oneLine } from './clean.ts';
import { append } from './inside.ts';
import { openPackage, type OfficePackage } from './ooxml.ts';
import { readRest } from './ooxml-rest.ts';
import { printedBlocks } from './page-header.ts';
import { Refusal } from './refusal.ts';
import { lossProblem, sheetContent } from './sheet-blocks.ts';
import type { Block, Content, Hidden, Reading } from './types.ts';
import { readNotes, readBoxes } from './xlsx-notes.ts';
import { readStrings } from './xlsx-strings.ts';
import { readCellStyles } from './xlsx-styles.ts';
import { type WalkedSheet, walkSheet, type Workbook } from './xlsx-sheet.ts';
import { walkXml } from './xml.ts';

interface SheetPart {
  name: string;
  part: string;
  hidden: boolean;
}

/** Throws {@link Refusal}. */
export async function readXlsx(bytes: Uint8Array, reading: Reading): Promise<Content> {
  const pack = openPackage(bytes);
  const main = pack.related('').find((r) => r.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const related = pack.related(main);
  const partOf = (type: string): string => related.find((r) => r.type === type)?.target ?? '';
  const { sheets, names, date1904 } = readWorkbook(pack.xml(main), related, reading.deadline);
  if (sheets.length === 0) throw new Refusal('damaged');
  const workbook: Workbook = {
    strings: readStrings(pack.xml(partOf('sharedStrings')), reading.deadline),
    styleOf: readCellStyles(pack.xml(partOf('styles')), reading.deadline),
    date1904,
    deadline: reading.deadline,
  };
  const read = new Set([main, partOf('sharedStrings'), partOf('styles')]);
  const placeOfPart = new Map<string, string>();
  const blocks: Block[] = [];
  const hidden: Hidden[] = [];
  const lossy: string[] = [];
  for (const [i, sheet] of sheets.entries()) {
    const place = `工作表“${oneLine(sheet.name)}”`;
    const walked = walkSheet(pack.xml(sheet.part), workbook);
    const content = sheetContent({ ...sheet, ...walked }, i + 1);
    const around = readAround(pack, sheet.part, place, read, reading);
    for (const part of around.parts) placeOfPart.set(part, place);
    append(
      blocks,
      walked.header.flatMap((text) => printedBlocks(text, 'header', i + 1)),
    );
    append(blocks, content.blocks);
    for (const block of around.blocks) blocks.push({ ...block, page: i + 1 });
    append(
      blocks,
      walked.footer.flatMap((text) => printedBlocks(text, 'footer', i + 1)),
    );
    append(hidden, [...content.hidden, ...around.hidden, ...literals(walked, place)]);
    append(
      lossy,
      walked.lossy.map((cell) => `${place}${cell}`),
    );
    read.add(sheet.part);
  }
  const rest = await readRest(pack, read, (part) => placeOfPart.get(part) ?? '工作簿', reading);
  return {
    ...rest,
    blocks,
    hidden: [...hidden, ...names, ...rest.hidden],
    problems: [...lossProblem(lossy), ...rest.problems],
  };
}

function readWorkbook(
  xml: string,
  related: ReturnType<OfficePackage['related']>,
  deadline: number,
): { sheets: SheetPart[]; names: Hidden[]; date1904: boolean } {
  const sheets: SheetPart[] = [];
  const names: Hidden[] = [];
  let date1904 = false;
  let defined: { name: string; value: string } | undefined;
  walkXml(
    xml,
    {
      open: (element, { name = '', id = '', state = 'visible', ...others }) => {
        if (element === 'sheet')
          sheets.push({
            name,
            part: related.find((r) => r.id === id)?.target ?? '',
            hidden: state !== 'visible',
          });
        else if (element === 'workbookPr') date1904 = ['1', 'true'].includes(others['date1904'] ?? '');
        else if (element === 'definedName') defined = { name, value: '' };
      },
      text: (text) => {
        if (defined) defined.value += text;
      },
      close: () => {
        // Names of print areas and filters say where, not what.
        if (defined && !defined.name.startsWith('_xlnm.'))
          names.push({
            kind: 'other-part',
            text: oneLine(`${defined.name}：${defined.value}`),
            place: '定义的名称',
          });
        defined = undefined;
      },
    },
    deadline,
  );
  return { sheets, names, date1904 };
}

/** Comments and drawings that belong to a sheet; the parts read are added to `read`. */
function readAround(
  pack: OfficePackage,
  sheet: string,
  place: string,
  read: Set<string>,
  { deadline }: Reading,
): { blocks: Block[]; hidden: Hidden[]; parts: string[] } {
  const blocks: Block[] = [];
  const hidden: Hidden[] = [];
  const parts = [sheet];
  for (const { type, target, external } of pack.related(sheet)) {
    if (external) continue;
    parts.push(target);
    if (type === 'comments' || type === 'threadedComment')
      append(
        hidden,
        readNotes(pack.xml(target), (cell) => `${place}单元格 ${cell} 的批注`, deadline),
      );
    else if (type === 'drawing') {
      const boxes = readBoxes(pack.xml(target), place, deadline);
      append(blocks, boxes.blocks);
      append(hidden, boxes.hidden);
    } else continue;
    read.add(target);
  }
  return { blocks, hidden, parts };
}

const literals = ({ literals: found }: WalkedSheet, place: string): Hidden[] =>
  found.map(({ text, cell }) => ({
    kind: 'field',
    text: oneLine(text),
    place: `${place}${cell}的公式或规则`,
  }));
