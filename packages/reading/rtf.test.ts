import { describe, expect, it } from 'vitest';
import { reading } from '../../test/fixtures/reading.ts';
import { readRtf } from './rtf.ts';
import type { Reading } from './types.ts';

const read = (body: string, inner?: Reading['inner']) =>
  readRtf(
    Buffer.from(
      `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset136 Ming;}}${body}}`,
      'latin1',
    ),
    reading(undefined, inner),
  );
const textsOf = async (body: string): Promise<string[]> => (await read(body)).blocks.map((b) => b.text);

describe('RTF', () => {
  it.each([
    ['bytes of the code page', "\\'d6\\'d0\\'ce\\'c4", '中文'],
    ['bytes of the font', "\\f1\\'a4\\'a4\\'a4\\'e5", '中文'],
    ['a second byte that looks like a letter', "\\'81A", '丄'],
    ['characters by number, with what stands for them', '\\uc1\\u20013?\\u25991?', '中文'],
    ['as many bytes for a character as the file says', "{\\uc2\\u20013\\'d6\\'d0}x", '中x'],
    ['negative numbers', '\\u-10179?\\u-8704?', '\u{1F600}'],
    ['signs by name', '\\ldblquote a\\rdblquote\\emdash b\\~c\\{\\}', '“a”—b c{}'],
  ])('decodes %s', async (_, body, text) => {
    expect(await textsOf(body)).toEqual([text]);
  });

  it('passes over formatting, binary data and unknown groups, but keeps what those say', async () => {
    const content = await read(
      '{\\stylesheet{Normal;}}{\\*\\unheard of \\u34255?\\u21517?}{\\pict 89504e47}{\\*\\themedata 990101199901010014}\\bin5 abcdetext',
    );
    expect(content.blocks.map((b) => b.text)).toEqual(['text']);
    expect(content.hidden).toEqual([{ kind: 'other-part', text: 'of 藏名', place: '文件内部' }]);
    expect(content.pictures).toEqual([{ place: '正文', count: 1 }]);
  });

  it('reads text boxes and both forms of a title', async () => {
    const content = await read(
      '{\\info{\\upr{\\title ??}{\\*\\ud{\\title \\u20013?}}}}{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt box\\par}}}body',
    );
    expect(content.blocks).toEqual([
      { text: 'body', kind: 'paragraph' },
      { text: 'box', kind: 'paragraph', part: 'box' },
    ]);
    expect(content.hidden.map((h) => h.text)).toEqual(['中']);
  });

  it('keeps white text in a shaded cell, and lines of a cell apart', async () => {
    const content = await read(
      '{\\colortbl;\\red255\\green255\\blue255;}\\trowd\\clcbpat2\\cellx2000\\cellx4000\\pard\\intbl{\\cf1 head}\\cell a\\par b\\cell\\row\\pard{\\cf1 gone}seen',
    );
    expect(content.blocks.map((b) => b.cells ?? b.text)).toEqual([['head', 'a b'], 'seen']);
    expect(content.hidden.map((h) => [h.kind, h.text])).toEqual([['invisible', 'gone']]);
  });

  it('reads the file in an embedded object', async () => {
    const ole = Buffer.concat([
      Buffer.from([1, 5, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 65, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0]),
      Buffer.from('abc'),
    ]);
    const inner: Reading['inner'] = async (bytes) => ({
      ok: true,
      type: 'txt',
      content: {
        blocks: [{ text: Buffer.from(bytes).toString(), kind: 'paragraph' }],
        hidden: [],
        problems: [],
      },
    });
    const content = await read(`text{\\object{\\*\\objdata ${ole.toString('hex')}}}`, inner);
    expect(content.hidden).toEqual([{ kind: 'embedded', text: 'abc', place: '嵌入的文件“对象 1”' }]);
  });

  it('ends quietly in the middle, and refuses 100,000 groups in each other', async () => {
    expect(await textsOf('{\\b half')).toEqual(['half']);
    await expect(read('{'.repeat(100_000))).rejects.toThrow('已损坏');
  });
});
