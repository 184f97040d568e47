import { describe, expect, it } from 'vitest';
import { makeWord, wordParagraph } from '../../test/fixtures/zip.ts';
import { reading } from '../../test/fixtures/reading.ts';
import { readDocx } from './docx.ts';
import { noRulings } from './page-rulings.ts';
import { Refusal } from './refusal.ts';
import type { Reading } from './types.ts';

const read = (body: string, parts: Record<string, string | Uint8Array> = {}) =>
  readDocx(makeWord(body, parts), reading());
const codeOf = async (bytes: Uint8Array, deadline?: number): Promise<string> => {
  try {
    await readDocx(bytes, reading(deadline));
    return 'read';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};
const body = wordParagraph('正文');

describe('a Word file', () => {
  it('gives header, body, notes and footer in this order, each once', async () => {
    const content = await read(body, {
      header: wordParagraph('页眉') + wordParagraph('页眉'),
      footer: wordParagraph('— 1 —') + wordParagraph('页脚'),
      footnotes: wordParagraph('脚注'),
    });
    expect(content.blocks).toEqual([
      { text: '页眉', kind: 'paragraph', part: 'header' },
      { text: '正文', kind: 'paragraph' },
      { text: '脚注', kind: 'paragraph', part: 'note' },
      { text: '页脚', kind: 'paragraph', part: 'footer' },
    ]);
  });

  it('gives the text of text boxes once, and of their fallback only when it differs', async () => {
    const box = (text: string): string => `<w:txbxContent>${wordParagraph(text)}</w:txbxContent>`;
    const alternate = (choice: string, fallback: string): string =>
      `<w:p><w:r><mc:AlternateContent><mc:Choice>${box(choice)}</mc:Choice><mc:Fallback>${box(fallback)}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const content = await read(alternate('框中文字', '框中文字') + alternate('甲', '13800138000') + body);
    expect(content.blocks.map((b) => b.text)).toEqual(['框中文字', '甲', '正文']);
    expect(content.hidden).toEqual([{ kind: 'alternative', text: '13800138000', place: '文本框的替代内容' }]);
  });

  it('keeps apart what Word does not show', async () => {
    const deleted =
      '<w:p><w:del><w:r><w:delText>删去的</w:delText></w:r></w:del><w:ins><w:r><w:t>留下的</w:t></w:r></w:ins></w:p>';
    const field =
      '<w:p><w:r><w:instrText>HYPERLINK "mailto:990101199901010014"</w:instrText></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>';
    const picture = '<w:p><w:r><wp:docPr id="1" descr="张三的照片"/></w:r></w:p>';
    const content = await read(
      deleted +
        field +
        picture +
        wordParagraph('看不见', '<w:vanish/>') +
        wordParagraph('看得见', '<w:vanish w:val="0"/>'),
      {
        comments: wordParagraph('这里要改'),
        'docProps/core.xml': '<c><dc:creator xmlns:dc="d">李四</dc:creator><revision>12</revision></c>',
        'customXml/item1.xml': '<a><b>藏在这里</b></a>',
      },
    );
    expect(content.blocks.map((b) => b.text)).toEqual(['留下的', '看得见']);
    expect(content.hidden.map((h) => [h.kind, h.text])).toEqual([
      ['deleted', '删去的'],
      ['field', 'HYPERLINK "mailto:990101199901010014"PAGE'],
      ['alternative', '张三的照片'],
      ['vanished', '看不见'],
      ['comment', '这里要改'],
      ['property', '李四'],
      ['other-part', '藏在这里'],
    ]);
  });

  it('gives merged cells their columns, and nested tables in the cell they stand in', async () => {
    const cell = (content: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
    const row = (...cells: string[]): string => `<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`;
    const inner = row(cell(wordParagraph('内')), cell(wordParagraph('表')));
    const content = await read(
      row(cell(wordParagraph('联系') + wordParagraph('电话'), '<w:gridSpan w:val="2"/>'), cell(inner)),
    );
    expect(content.blocks).toEqual([
      { text: '联系电话\t\t内 表', kind: 'row', cells: ['联系电话', '', '内 表'], table: 1 },
    ]);
  });

  it('reads files embedded in it, and says which it could not read and where pictures are', async () => {
    const parts = {
      'word/media/image1.png': 'x',
      'word/embeddings/a.xlsx': 'table',
      'word/embeddings/b.bin': 'noise',
      'word/vbaProject.bin': 'x',
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="1" Type="x/image" Target="media/image1.png"/><Relationship Id="2" Type="x/hyperlink" Target="mailto:zhang@example.cn" TargetMode="External"/></Relationships>',
    };
    const inner: Reading['inner'] = async (bytes) =>
      Buffer.from(bytes).toString() === 'table'
        ? {
            ok: true,
            type: 'txt',
            content: { blocks: [{ text: '里面', kind: 'paragraph' }], hidden: [], problems: [] },
          }
        : { ok: false, type: null, code: 'damaged', message: '坏了' };
    const content = await readDocx(makeWord(body, parts), reading(undefined, inner));
    expect(content.hidden).toEqual([
      { kind: 'embedded', text: '里面', place: '嵌入的文件“a.xlsx”' },
      { kind: 'field', text: 'mailto:zhang@example.cn', place: '链接地址' },
    ]);
    expect(content.pictures).toEqual([{ place: '正文', count: 1 }]);
    expect(content.problems.join()).toMatch(/“b.bin”没有读取：坏了.*宏/);
  });

  it('reads the text in its pictures, and says that a machine did', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
      'base64',
    );
    const parts = {
      'word/media/image1.png': png,
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="1" Type="x/image" Target="media/image1.png"/></Relationships>',
    };
    const recognise: Reading['recognise'] = async ({ number }) => ({
      number,
      pieces: [{ text: '图中文字', left: 0, right: 40, y: 10, size: 10 }],
      rulings: noRulings(),
      edges: { top: 20, bottom: 0 },
    });
    const content = await readDocx(makeWord(body, parts), reading(undefined, undefined, recognise));
    expect(content.blocks.at(-1)).toMatchObject({ text: '图中文字', part: 'box' });
    expect([content.pictures, content.problems]).toEqual([
      [],
      ['正文的图片中的文字由机器识别，请对照原件核对。'],
    ]);
  });

  it('tells text that is there but not to be seen from white on a ground', async () => {
    const white = '<w:color w:val="FFFFFF"/>';
    const styles =
      '<w:styles><w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>';
    const content = await read(
      wordParagraph('白字', white) +
        wordParagraph('小字', '<w:sz w:val="2"/>') +
        wordParagraph('样式藏字', '<w:rStyle w:val="b"/>') +
        wordParagraph('底纹白字', `${white}<w:shd w:fill="000000"/>`) +
        `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="1F4E79"/></w:tcPr>${wordParagraph('表头', white)}</w:tc></w:tr></w:tbl>`,
      { 'word/styles.xml': styles },
    );
    expect(content.blocks.map((b) => b.text)).toEqual(['底纹白字', '表头']);
    expect(content.hidden.map((h) => [h.kind, h.text])).toEqual([
      ['invisible', '白字'],
      ['invisible', '小字'],
      ['vanished', '样式藏字'],
    ]);
  });

  it('numbers its tables and marks text boxes', async () => {
    const table = (text: string): string => `<w:tbl><w:tr><w:tc>${wordParagraph(text)}</w:tc></w:tr></w:tbl>`;
    const content = await read(
      `${table('一')}${table('二')}<w:p><w:r><w:txbxContent>${wordParagraph('框')}</w:txbxContent></w:r></w:p>`,
    );
    expect(content.blocks.map((b) => [b.text, b.table, b.part])).toEqual([
      ['一', 1, undefined],
      ['二', 2, undefined],
      ['框', undefined, 'box'],
    ]);
  });

  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>', 'damaged'],
    ['an entity nobody declared', '<w:document><w:p>&xxe;</w:p></w:document>', 'damaged'],
    ['tags that do not close', '<w:document><w:p>', 'damaged'],
    ['100,000 nested tables', '<w:tbl>'.repeat(100_000), 'damaged'],
    ['300,000 paragraphs', `<d>${'<p><r><t>x</t></r></p>'.repeat(300_000)}</d>`, 'too-large'],
  ])('is refused with %s', async (_, xml, code) => {
    const bytes = makeWord('', { 'word/header1.xml': xml.replaceAll('w:', '') });
    expect(await codeOf(bytes)).toBe(code);
  });

  it('is refused when its time is over', async () => {
    expect(await codeOf(makeWord('<w:p/>'.repeat(20_000)), performance.now() - 1)).toBe('too-slow');
  });
});
