import { beforeAll, describe, expect, it } from 'vitest';
import { makeOfd, ofdPart, ofdPicture } from '../../test/fixtures/ofd.ts';
import { line, rawPdf } from '../../test/fixtures/raw-pdf.ts';
import { limits } from '../../test/fixtures/reading.ts';
import { bmp, makePicture, png, scannedPdf, tiff } from '../../test/fixtures/scans.ts';
import { makeWord, makeZip, wordParagraph } from '../../test/fixtures/zip.ts';
import type { Grey } from './pdf-render.ts';
import { type Limits, readBytes } from './read-bytes.ts';
import type { Read } from './types.ts';

const text = '示范县民政局文件\n关于做好临时救助工作的通知\n各乡镇人民政府：\n示范县民政局\n2026年9月14日';
/** Unseen, over the scan. */
const layer = text
  .split('\n')
  .map((words, i) => line(words, 50, 700 - i * 30, 14, '3 Tr'))
  .join('');
let picture: Grey;
beforeAll(async () => {
  picture = await makePicture(text);
}, 60_000);

async function read(bytes: Uint8Array, change: Partial<Limits> = {}): Promise<Read> {
  const result = await readBytes(bytes, { ...limits(undefined, 9), ...change });
  if (!result.ok) throw new Error(result.message);
  return result;
}

/** Recognised text may be wrong in a character; these are not. */
const recognised =
  /示范县民政局文件\n关于做好临时救助工作的通知\n各乡镇人民政府.\n示范县民政局\n2026年9月14日/;

describe('the text in pictures', () => {
  const files: [type: string, make: () => Uint8Array][] = [
    [
      'ofd',
      () =>
        makeOfd({
          pages: [ofdPicture(21, 0, 0, 210, 297)],
          common: '<ofd:DocumentRes>Res.xml</ofd:DocumentRes>',
          parts: {
            'Doc_0/Res.xml': ofdPart(
              'Res',
              '<ofd:MultiMedias><ofd:MultiMedia ID="21" Type="Image"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>',
            ),
            'Doc_0/a.png': png(picture),
          },
        }),
    ],
    ['png', () => png(picture)],
    ['bmp', () => bmp(picture)],
    ['tif', () => tiff([picture])],
    ['pdf', () => scannedPdf([picture])],
  ];
  it.each(files)(
    'is recognised in .%s, and marked as such',
    async (type, make) => {
      const result = await read(make());
      expect(result).toMatchObject({ type, pictures: [], scanned: true });
      expect(result.text).toMatch(recognised);
      expect(result.metadata).toMatchObject({
        title: '关于做好临时救助工作的通知',
        writtenDate: '2026-09-14',
      });
      expect(result.problems).toContain('第 1 页为扫描图片，文字由机器识别，请对照原件核对。');
    },
    60_000,
  );

  it('is recognised on every page of a .tif', async () => {
    const { blocks } = await read(tiff([picture, picture]));
    expect(new Set(blocks.map((b) => b.page))).toEqual(new Set([1, 2]));
  }, 60_000);

  it('is put between the pages that are typed', async () => {
    const { blocks } = await read(scannedPdf([picture], [{ content: line('Typed page', 50, 700) }]));
    expect(blocks.at(0)).toMatchObject({ text: '示范县民政局文件', page: 1 });
    expect(blocks.at(-1)).toMatchObject({ text: 'Typed page', page: 2 });
  }, 60_000);

  it('is recognised on a scan that carries but a few typed words', async () => {
    const { text: found, problems } = await read(scannedPdf([picture], [], line('COPY', 500, 20)));
    expect(found).toContain('COPY');
    expect(found).toContain('关于做好临时救助工作的通知');
    expect(problems).toContain('第 1 页图片中的文字由机器识别，请对照原件核对。');
  }, 60_000);

  it('is read in a Word file as that of a text box, and hidden where nothing shows the picture', async () => {
    const parts = {
      'word/media/shown.png': png(picture),
      'word/media/unused.png': png(picture),
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="1" Type="x/image" Target="media/shown.png"/></Relationships>',
    };
    const { blocks, hidden, pictures, problems } = await read(makeWord(wordParagraph('正文'), parts));
    expect(blocks.at(0)).toEqual({ text: '正文', kind: 'paragraph' });
    expect(blocks).toContainEqual({ text: '关于做好临时救助工作的通知', kind: 'paragraph', part: 'box' });
    expect(hidden).toContainEqual({
      kind: 'other-part',
      text: '关于做好临时救助工作的通知',
      place: '文件内部的图片',
    });
    expect(pictures).toEqual([]);
    expect(problems).toContain('正文的图片中的文字由机器识别，请对照原件核对。');
  }, 60_000);

  it.each<[string, true | undefined, () => Uint8Array | Promise<Uint8Array>]>([
    ['an archive with one', true, () => makeZip([{ name: '扫描件.png', content: png(picture) }])],
    [
      'a Word file that carries one',
      true,
      () => makeWord(wordParagraph('正文'), { 'word/embeddings/scan.pdf': scannedPdf([picture]) }),
    ],
    ['a scan that came with its text', true, () => scannedPdf([picture], [], layer)],
    ['a typed page', undefined, () => rawPdf({ pages: [{ content: line('Typed page', 50, 700) }] })],
    ['a scan for which there was no time', undefined, () => scannedPdf([picture])],
  ])(
    'says of %s whether its text comes from a scan: %o',
    async (what, scanned, make) => {
      const ocr = { pictures: 9, timeoutMs: what.endsWith('no time') ? 0 : 60_000 };
      expect((await read(await make(), { ocr })).scanned).toBe(scanned);
    },
    60_000,
  );

  it('is left to a person where the budget ends: pages are named, never silently empty', async () => {
    const file = scannedPdf([picture, picture], [{ content: line('Typed page', 50, 700) }]);
    const result = await read(file, { ocr: { pictures: 1, timeoutMs: 60_000 } });
    expect(result.text).toMatch(recognised);
    expect(result.pictures).toEqual([{ place: '第 2 页', count: 1, scan: true }]);
    expect(result.problems.join()).toContain('第 2 页是图片，其中的文字没有读取');
  }, 60_000);

  it('leaves a scan for which there is no time to a person, as a whole', async () => {
    const result = await read(scannedPdf([picture]), { ocr: { pictures: 9, timeoutMs: 0 } });
    expect(result).toMatchObject({ text: '', pictures: [{ place: '第 1 页', count: 1, scan: true }] });
  });

  it('asks for time once, and gives the time it takes back to the rest', async () => {
    const waits: number[] = [];
    const deadline = performance.now() + 1_000;
    const file = scannedPdf([picture, picture, picture, picture], [{ content: line('Typed page', 50, 700) }]);
    await read(file, { deadline, wait: (ms) => waits.push(ms) });
    expect(waits).toEqual([90_000]);
  }, 120_000);
});

describe('pictures that cannot be read', () => {
  const refusals: [what: string, make: () => Uint8Array, code: string][] = [
    [
      'without text',
      () => png({ width: 300, height: 200, points: new Uint8Array(60_000).fill(255) }),
      'no-text',
    ],
    ['cut off', () => png(picture).subarray(0, 2_000), 'no-text'],
    ['that only begin like one', () => png(picture).subarray(0, 18), 'damaged'],
    [
      'of too many points',
      () =>
        Buffer.concat([
          png(picture).subarray(0, 16),
          Buffer.from('0000ffff0000ffff0800000000', 'hex'),
          png(picture).subarray(29),
        ]),
      'too-large',
    ],
  ];
  it.each(refusals)(
    '%s',
    async (_, make, code) => {
      expect(await readBytes(make(), limits(undefined, 9))).toMatchObject({ ok: false, code });
    },
    60_000,
  );
});
