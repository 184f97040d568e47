import { startPdfium, withDocument, withPage } from '@gongkai/reading/pdfium.ts';
import { renderPage } from '@gongkai/reading/pdf-render.ts';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { makePdf } from '../../../test/fixtures/documents.ts';
import { line, rawPdf } from '../../../test/fixtures/raw-pdf.ts';
import { grepFile } from '../../../test/support/grep-file.ts';
import { openBoxes } from '../proof/pdf-boxes.ts';
import { leaksIn } from '../proof/prove.ts';
import { cutBlock, nothing, RedactionRefused, type Removal } from '../removal.ts';
import { copyPdf } from './copy-pdf.ts';
import { packed } from './palette.ts';

const identity = '990101199901010014';
const soon = (): number => performance.now() + 60_000;
const cut = (...texts: string[]): Removal => ({
  ...nothing,
  texts: texts.map((text) => ({ text, put: cutBlock })),
});
const block = (text: string) => ({ text, kind: 'paragraph' as const });
const list = `关于发放补贴的公示\n姓名\t证件号码\t住址\n陈某甲\t${identity}\t东街12号\n林某乙\t990101199901010022\t西街8号\n经办人：欧阳某某`;

/** The extractor of another house. */
const otherText = async (file: Uint8Array): Promise<string> =>
  (await extractText(await getDocumentProxy(Uint8Array.from(file)), { mergePages: true })).text;

/** All pages in sixteen colours, as PDFium draws them. */
async function drawn(file: Uint8Array) {
  const pdfium = await startPdfium();
  return withDocument(pdfium, file, (document) =>
    Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, i) =>
      withPage(pdfium, document, i, (page) => {
        const { width, height, pixels } = renderPage(pdfium, page, 150 / 72);
        return { width, height, rows: packed(pixels, width, height) };
      })!,
    ),
  );
}

describe('a redacted PDF', () => {
  it('holds the removed texts nowhere: not raw, not in a stream, not for another extractor', async () => {
    const file = await makePdf(list);
    const gone = [identity, '陈某甲', '欧阳'];
    expect((await otherText(file)).replaceAll(/\s/g, '')).toContain(identity);
    const { bytes } = await copyPdf(
      { bytes: file, blocks: list.split('\n').map(block) },
      cut(...gone),
      soon(),
    );
    expect(grepFile(bytes, gone)).toEqual([]);
    expect(leaksIn('pdf', bytes, gone)).toEqual([]);
    expect((await otherText(bytes)).trim()).toBe('');
    for (const name of ['/Font', '/ToUnicode', '/Info', '/Metadata', '/Annots'])
      expect(Buffer.from(bytes).includes(name)).toBe(false);
  });

  it('shows black boxes, and nothing else has moved by a pixel', async () => {
    const file = await makePdf(`${list}\n${'正文不动。\n'.repeat(40)}`);
    const copy = await copyPdf({ bytes: file, blocks: [] }, cut(identity, '欧阳某某'), soon());
    expect(copy.pages.map((p) => p.boxes.length)).toEqual([2, 0]);
    expect(openBoxes(copy.bytes, copy.pages)).toBe(0);
    const [before, after] = [await drawn(file), await drawn(copy.bytes)];
    for (const [i, page] of before.entries()) {
      const { width, height, rows } = after[i]!;
      expect([width, height]).toEqual([page.width, page.height]);
      const inBox = (x: number, y: number): boolean =>
        copy.pages[i]!.boxes.some((b) => x >= b.left && x < b.right && y >= b.top && y < b.bottom);
      const stride = Math.ceil(width / 2);
      let moved = 0;
      let open = 0;
      for (let at = 0; at < rows.length; at++) {
        const [x, y] = [(at % stride) * 2, Math.floor(at / stride)];
        for (const [dx, shift] of [
          [0, 4],
          [1, 0],
        ] as const) {
          const [was, is] = [(page.rows[at]! >> shift) & 15, (rows[at]! >> shift) & 15];
          if (!inBox(x + dx, y) && was !== is) moved++;
          if (inBox(x + dx, y) && is !== 0) open++;
        }
      }
      expect([moved, open]).toEqual([0, 0]);
    }
  });

  it('covers the cells of a column where they stand, and only these', async () => {
    const file = await makePdf(`${list}\n东街12号旧址`);
    const cells = [{ row: ['陈某甲', identity, '东街12号'], column: 2, put: cutBlock }];
    const { pages } = await copyPdf({ bytes: file, blocks: [] }, { ...nothing, cells }, soon());
    expect(pages[0]!.boxes).toHaveLength(1);
    const left = pages[0]!.left[0]!.replaceAll(/\s/g, '');
    expect(left).toContain(`${identity}林某乙`);
    expect(left).toContain('东街12号旧址');
  });

  it('covers what a reviewer marked', async () => {
    const file = await makePdf(list);
    const boxes = [{ page: 1, left: 0.1, top: 0.5, right: 0.4, bottom: 0.6 }];
    const copy = await copyPdf({ bytes: file, blocks: [] }, { ...nothing, boxes }, soon());
    expect(copy.pages[0]!.boxes).toHaveLength(1);
    expect(openBoxes(copy.bytes, copy.pages)).toBe(0);
  });

  it('is not made when what was read cannot be found on a page, unless its page was marked', async () => {
    const file = await makePdf(list);
    const blocks = [{ ...block('扫描得到的王某丁'), page: 1 }];
    await expect(copyPdf({ bytes: file, blocks }, cut('王某丁'), soon())).rejects.toThrow(RedactionRefused);
    const boxes = [{ page: 1, left: 0.1, top: 0.5, right: 0.4, bottom: 0.6 }];
    const marked = { ...cut('王某丁'), boxes };
    expect((await copyPdf({ bytes: file, blocks }, marked, soon())).pages).toHaveLength(1);
  });

  it('draws what a file brings no font for, and covers it', async () => {
    const content = line('张某某到会', 80, 700) + line('其余不动', 80, 600);
    const file = rawPdf({ pages: [{ content }] });
    const copy = await copyPdf({ bytes: file, blocks: [] }, cut('张某某'), soon());
    const { width, rows } = (await drawn(copy.bytes))[0]!;
    const inkBelow = (point: number): number => {
      const stride = Math.ceil(width / 2);
      const from = Math.round(((842 - point - 20) * 150) / 72) * stride;
      return rows.subarray(from, from + 50 * stride).filter((pixels) => pixels !== 0xbb).length;
    };
    expect(copy.pages[0]!.boxes).toHaveLength(1);
    expect(inkBelow(600)).toBeGreaterThan(300);
    expect(inkBelow(400)).toBe(0);
  });

  it('is the same bytes each time', async () => {
    const file = await makePdf(list);
    const twice = await Promise.all([0, 1].map(() => copyPdf({ bytes: file, blocks: [] }, nothing, soon())));
    expect(twice[0]!.bytes).toEqual(twice[1]!.bytes);
  });
});

describe('the check of the pixels', () => {
  it('tells a box that is not black', async () => {
    const { bytes } = await copyPdf({ bytes: await makePdf(list), blocks: [] }, nothing, soon());
    const box = { left: 10, top: 10, right: 20, bottom: 20 };
    expect(openBoxes(bytes, [{ boxes: [box] }])).toBe(1);
    expect(openBoxes(bytes, [])).toBe(1);
  });
});
