/**
 * Files of each kind, texts with the same document of 7,000 characters: how many a process reads in a second once it is
 * warm, and the most memory it held.
 */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer, Reading } from '@gongkai/reading/reading-messages.ts';
import { root } from '@gongkai/infra/esbuild-options.ts';
import { workerFile } from '@gongkai/reading/reading-process.ts';
import type { ReadResult } from '@gongkai/reading/types.ts';
import { makeDocx, makePdf, officialDocuments } from '../fixtures/documents.ts';
import { makeOfd, ofdText } from '../fixtures/ofd.ts';
import { makePicture, png, scannedPdf } from '../fixtures/scans.ts';
import { makeWorkbook } from '../fixtures/workbook.ts';
import { makeZip } from '../fixtures/zip.ts';
import { setHtml, setRtf } from '../reading-set/set-markup.ts';
import { type Figure, figure } from './figure.ts';

const { text } = officialDocuments[0]!;
const paragraphs = text.split('\n').filter((line) => line.length > 20);
const long = [text, ...Array.from({ length: 90 }, (_, i) => paragraphs[i % paragraphs.length])]
  .join('\n')
  .slice(0, 7_000);

const lines = long.match(/[^\n]{1,28}/g) ?? [];
const ofdPages = Array.from({ length: Math.ceil(lines.length / 22) }, (_, page) =>
  lines
    .slice(page * 22, page * 22 + 22)
    .map((line, i) => ofdText(line, 28, 30 + i * 11))
    .join(''),
);

const asLines = (from: string) => from.split('\n').map((line) => ({ text: line, as: 'body' as const }));
const fixture = (name: string): Uint8Array => readFileSync(`${root}test/fixtures/files/${name}`);
const cells = ['甲某某', '城关镇东街村', '990101199901010014', '13800138000', '6217000000000000012', '因病'];

/** As a county's list of recipients is. */
function list(rows: number): Uint8Array {
  const row = (r: number): string =>
    `<row r="${r}">${cells.map((text, c) => `<c r="${'ABCDEF'[c]}${r}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}<c r="G${r}"><v>${r}</v></c></row>`;
  return makeWorkbook([{ name: '名单', rows: Array.from({ length: rows }, (_, i) => row(i + 1)).join('') }]);
}

const kinds: Record<string, { make: () => Promise<Uint8Array> | Uint8Array; times: number }> = {
  txt: { make: () => Buffer.from(long), times: 100 },
  docx: { make: () => makeDocx(long), times: 60 },
  pdf: { make: () => makePdf(long), times: 30 },
  ofd: { make: () => makeOfd({ pages: ofdPages }), times: 30 },
  doc: { make: () => fixture('notice.doc'), times: 60 },
  rtf: { make: () => setRtf(asLines(long)), times: 60 },
  html: { make: () => setHtml(asLines(long)), times: 60 },
  xls: { make: () => fixture('list.xls'), times: 30 },
  'xlsx, 120 rows': { make: () => list(120), times: 20 },
  'xlsx, 20,000 rows': { make: () => list(20_000), times: 2 },
  'csv, 120 rows': { make: () => Buffer.from('姓名,身份证号\n'.repeat(120)), times: 60 },
  'zip of two': {
    make: async () =>
      makeZip([
        { name: '正文.docx', content: await makeDocx(long) },
        { name: '名单.xlsx', content: list(120) },
      ]),
    times: 20,
  },
  'scanned pdf, one page': { make: async () => scannedPdf([await makePicture(text)]), times: 4 },
  'picture (png)': { make: async () => png(await makePicture(text)), times: 4 },
};

export async function benchReading(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [kind, { make, times }] of Object.entries(kinds)) {
    const { perSecond, peakMb } = await measure(await make(), times);
    figures.push(figure(`${kind}: documents`, perSecond, '/s'), figure(`${kind}: most memory`, peakMb, 'MB'));
  }
  return figures;
}

/** In a process of its own, warmed by a quarter as many. */
async function measure(bytes: Uint8Array, times: number): Promise<{ perSecond: number; peakMb: number }> {
  const child = fork(fileURLToPath(workerFile()), { serialization: 'advanced' });
  const ask = async (): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer<ReadResult>>();
    const answered = (answer: Answer<ReadResult>): void => {
      if (!('wait' in answer)) resolve(answer);
    };
    const ended = (): void => reject(new Error('the reader ended'));
    child.on('message', answered).once('exit', ended);
    const question: Reading['question'] = {
      bytes,
      timeoutMs: 60_000,
      ocr: { pictures: 9, timeoutMs: 60_000 },
    };
    child.send(question);
    const answer = await promise;
    child.off('message', answered).off('exit', ended);
    if (!('result' in answer) || !answer.result.ok) throw new Error(`not read: ${JSON.stringify(answer)}`);
  };
  try {
    for (let i = 0; i < times / 4; i++) await ask();
    const started = performance.now();
    for (let i = 0; i < times; i++) await ask();
    const seconds = (performance.now() - started) / 1_000;
    const peakKb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]);
    return { perSecond: times / seconds, peakMb: peakKb / 1_024 };
  } finally {
    child.kill();
  }
}
