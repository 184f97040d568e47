/** Excel workbooks (ECMA-376 part 1, 18): what a sheet shows, and everything that it does not. */
import { asHidden } from './blocks.ts';
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
  const read = sheets.map((sheet, i) => readSheet(pack, sheet, i + 1, workbook));
  const done = new Set([main, partOf('sharedStrings'), partOf('styles'), ...read.flatMap((r) => r.done)]);
  const placeOf = new Map(read.flatMap((r) => r.parts.map((part) => [part, r.place] as const)));
  const { rest, boxes } = await readRest(pack, done, (part) => placeOf.get(part) ?? '工作簿', reading);
  return {
    ...rest,
    blocks: [...read.flatMap((r) => r.blocks), ...boxes],
    hidden: [...read.flatMap((r) => r.hidden), ...names, ...rest.hidden],
    problems: [...lossProblem(read.flatMap((r) => r.lossy)), ...rest.problems],
  };
}

interface ReadSheet {
  place: string;
  blocks: Block[];
  hidden: Hidden[];
  lossy: string[];
  /** Parts that belong to it, and those of them that were read. */
  parts: string[];
  done: string[];
}

function readSheet(pack: OfficePackage, sheet: SheetPart, number: number, workbook: Workbook): ReadSheet {
  const place = `工作表“${oneLine(sheet.name)}”`;
  const walked = walkSheet(pack.xml(sheet.part), workbook);
  const content = sheetContent({ ...sheet, ...walked }, number);
  const around = readAround(pack, sheet.part, place, workbook.deadline);
  const shown = [
    ...walked.header.flatMap((text) => printedBlocks(text, 'header', number)),
    ...content.blocks,
    ...around.blocks.map((block) => Object.assign(block, { page: number })),
    ...walked.footer.flatMap((text) => printedBlocks(text, 'footer', number)),
  ];
  return {
    place,
    blocks: sheet.hidden ? [] : shown,
    hidden: [
      ...(sheet.hidden ? asHidden(shown, 'hidden-sheet', `隐藏的${place}`) : []),
      ...content.hidden,
      ...around.hidden,
      ...literals(walked, place),
    ],
    lossy: walked.lossy.map((cell) => `${place}${cell}`),
    parts: around.parts,
    done: around.done,
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

/** Comments and drawings that belong to a sheet. */
function readAround(
  pack: OfficePackage,
  sheet: string,
  place: string,
  deadline: number,
): Pick<ReadSheet, 'blocks' | 'hidden' | 'parts' | 'done'> {
  const around: Pick<ReadSheet, 'blocks' | 'hidden' | 'parts' | 'done'> = {
    blocks: [],
    hidden: [],
    parts: [sheet],
    done: [sheet],
  };
  for (const { type, target, external } of pack.related(sheet)) {
    if (external) continue;
    around.parts.push(target);
    if (!['comments', 'threadedComment', 'drawing'].includes(type)) continue;
    around.done.push(target);
    const xml = pack.xml(target);
    if (type === 'drawing') {
      const boxes = readBoxes(xml, place, deadline);
      append(around.blocks, boxes.blocks);
      append(around.hidden, boxes.hidden);
    } else
      append(
        around.hidden,
        readNotes(xml, (cell) => `${place}单元格 ${cell} 的批注`, deadline),
      );
  }
  return around;
}

const literals = ({ literals: found }: WalkedSheet, place: string): Hidden[] =>
  found.map(({ text, cell }) => ({
    kind: 'field',
    text: oneLine(text),
    place: `${place}${cell}的公式或规则`,
  }));
