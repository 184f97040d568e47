/** Redacted copies, made and checked: an ordinary list in each format, and a workbook of 20,000 people. */
import { makeCopy } from '@gongkai/redaction/make-copy.ts';
import { leaksIn } from '@gongkai/redaction/proof/prove.ts';
import { cutBlock, type Removal } from '@gongkai/redaction/removal.ts';
import { makeDocx, makePdf } from '../fixtures/documents.ts';
import { makeWorkbook } from '../fixtures/workbook.ts';
import { type Figure, figure } from './figure.ts';
import { longList } from './screening.ts';

type Row = { cells?: string[] | undefined };

/** Identity numbers, telephones and cards, as in a list nobody has settled yet. */
const removed = [4, 5, 6];
const removalOf = (rows: readonly Row[]): Removal => ({
  texts: rows
    .slice(1)
    .flatMap(({ cells = [] }) => removed.map((column) => ({ text: cells[column]!, put: cutBlock }))),
  cells: [],
  boxes: [],
});

function workbookOf(rows: readonly Row[]): Uint8Array {
  const cell = (text: string, i: number, row: number): string =>
    `<c r="${'ABCDEFGHIJK'[i]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
  return makeWorkbook([
    {
      name: '名单',
      rows: rows
        .map(
          ({ cells = [] }, i) =>
            `<row r="${i + 1}">${cells.map((text, c) => cell(text, c, i + 1)).join('')}</row>`,
        )
        .join(''),
    },
  ]);
}

const deadline = (): number => performance.now() + 300_000;

interface Took {
  copyMs: number;
  checkMs: number;
  kilobytes: number;
}

async function measure(type: string, bytes: Uint8Array, rows: readonly Row[]): Promise<Took> {
  const removal = removalOf(rows);
  const blocks = rows.map(({ cells = [] }) => ({ kind: 'row' as const, text: cells.join('\t'), cells }));
  const started = performance.now();
  const copy = await makeCopy({ type, bytes, blocks }, removal, deadline());
  const made = performance.now();
  const left = leaksIn(
    copy.type,
    copy.bytes,
    removal.texts.map((t) => t.text),
  );
  const checked = performance.now();
  if (left.length > 0) throw new Error(`${left.length} of the removed texts are left in the ${type}`);
  return { copyMs: made - started, checkMs: checked - made, kilobytes: copy.bytes.byteLength / 1024 };
}

export async function benchRedaction(): Promise<Figure[]> {
  const rows = longList();
  const some = rows.slice(0, 41);
  const text = some.map((row) => row.text).join('\n');
  const files: Record<string, Uint8Array> = {
    txt: Buffer.from(text),
    docx: await makeDocx(text),
    xlsx: workbookOf(some),
    pdf: await makePdf(text),
  };
  const figures: Figure[] = [];
  for (const [type, bytes] of Object.entries(files)) {
    await measure(type, bytes, some);
    const { copyMs, checkMs, kilobytes } = await measure(type, bytes, some);
    figures.push(
      figure(`.${type}, 40 people: copy`, copyMs, 'ms'),
      figure(`.${type}, 40 people: check`, checkMs, 'ms'),
      figure(`.${type}, 40 people: size`, kilobytes, 'KB'),
    );
  }
  const long = await measure('xlsx', workbookOf(rows), rows);
  return [
    ...figures,
    figure('.xlsx, 20,000 people: copy', long.copyMs / 1000, 's', { atMost: 10 }),
    figure('.xlsx, 20,000 people: check', long.checkMs / 1000, 's', { atMost: 10 }),
    figure('resident memory after it', process.memoryUsage().rss / 2 ** 20, 'MB'),
  ];
}
