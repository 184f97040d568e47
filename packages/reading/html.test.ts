import { describe, expect, it } from 'vitest';
import { reading } from '../../test/fixtures/reading.ts';
import { readHtml } from './html.ts';

const read = (html: string) => readHtml(new TextEncoder().encode(html), reading());

describe('a web page', () => {
  it('gives paragraphs, headings and tables with merged cells', () => {
    const { blocks } = read(
      '<h1>标题</h1><p>第一\n段<br>第二行<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁<table><tr><td>内<td>层</table></table><div>末段',
    );
    expect(blocks.map((b) => [b.kind, b.cells ?? b.text, b.table])).toEqual([
      ['heading', '标题', undefined],
      ['paragraph', '第一 段', undefined],
      ['paragraph', '第二行', undefined],
      ['row', ['甲', '乙', ''], 1],
      ['row', ['', '丙', '丁内 层'], 1],
      ['paragraph', '末段', undefined],
    ]);
  });

  it.each([
    ['<p hidden>藏', 'vanished'],
    ['<p style="color:red;display: none">藏', 'vanished'],
    ['<p style="visibility:hidden">藏', 'vanished'],
    ['<span style="font-size:0px">藏</span>', 'vanished'],
    ['<span style="mso-hide:all">藏</span>', 'vanished'],
    ['<style>.x, p b { display:none }</style><i class="y x">藏</i>', 'vanished'],
    ['<style>p b { display:none }</style><p><b>藏</b></p>', 'vanished'],
    ['<font color="#ffffff">藏</font>', 'invisible'],
    ['<span style="color:#FFF">藏</span>', 'invisible'],
    ['<del>藏</del>', 'deleted'],
    ['<!-- 藏 -->', 'comment'],
    ['<!--[if gte mso 9]><xml><o:Author>藏</o:Author></xml><![endif]-->', 'comment'],
    ['<title>藏</title>', 'property'],
    ['<meta name="author" content="藏">', 'property'],
    ['<input type="hidden" value="藏">', 'vanished'],
    ['<a href="mailto:藏"></a>', 'field'],
    ['<script>var a = "藏"</script>', 'other-part'],
  ])('keeps apart what it does not show: %s', (html, kind) => {
    const { blocks, hidden } = read(`<p>看得见</p>${html}`);
    expect(blocks.map((b) => b.text)).toEqual(['看得见']);
    expect(hidden).toEqual([expect.objectContaining({ kind, text: expect.stringContaining('藏') })]);
  });

  it('shows white on a ground, fields and areas, and counts pictures', () => {
    const content = read(
      '<p style="color:white;background:#003">白</p><input value="填"><textarea>写</textarea><img alt="张某照片" src="file:///x">',
    );
    expect(content.blocks.map((b) => b.text)).toEqual(['白', '填', '写']);
    expect(content.hidden).toEqual([
      { kind: 'alternative', text: '张某照片', place: '图片或元素的替代文字' },
    ]);
    expect(content.pictures).toEqual([{ place: '网页', count: 1 }]);
  });

  it('is refused when 10,000 elements stand in each other', () => {
    expect(() => read(`<p>x</p>${'<i>'.repeat(10_000)}`)).toThrow('已损坏');
  });
});
