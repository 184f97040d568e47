import { expect, it } from 'vitest';
import { makePresentation, slideParagraph, slideShape } from '../../test/fixtures/presentation.ts';
import { reading } from '../../test/fixtures/reading.ts';
import { readPptx } from './pptx.ts';

it('a presentation gives slides in order with their tables', async () => {
  const cell = (text: string): string => `<a:tc><a:txBody>${slideParagraph(text)}</a:txBody></a:tc>`;
  const table = `<p:graphicFrame><a:tbl><a:tr>${cell('姓名')}${cell('电话')}</a:tr><a:tr>${cell('甲')}${cell('1')}</a:tr></a:tbl></p:graphicFrame>`;
  const content = await readPptx(
    makePresentation(
      [
        { shapes: slideShape('题目', '<p:ph type="title"/>') + table },
        { shapes: slideShape('第二张') + slideShape('7', '<p:ph type="sldNum"/>') },
      ],
      {
        'ppt/slideMasters/slideMaster1.xml': `<m xmlns:p="p" xmlns:a="a">${slideShape('单击此处编辑', '<p:ph type="body"/>')}${slideShape('某某单位')}</m>`,
      },
    ),
    reading(),
  );
  expect(content.blocks).toEqual([
    { text: '题目', kind: 'heading', page: 1 },
    { text: '姓名\t电话', kind: 'row', cells: ['姓名', '电话'], table: 1, page: 1 },
    { text: '甲\t1', kind: 'row', cells: ['甲', '1'], table: 1, page: 1 },
    { text: '第二张', kind: 'paragraph', page: 2 },
    { text: '某某单位', kind: 'paragraph', part: 'header' },
  ]);
  expect(content.hidden).toEqual([]);
});

it('a presentation keeps apart notes, comments, hidden slides and shapes, and what lies beside the slide', async () => {
  const frame = '<a:off x="11" y="0"/><a:ext cx="5" cy="5"/>';
  const content = await readPptx(
    makePresentation(
      [
        {
          shapes:
            slideShape('看得见') +
            slideShape('藏形', '', 'hidden="1"') +
            slideShape('画外', frame) +
            '<p:pic><p:nvPicPr><p:cNvPr id="9" descr="张某照片"/></p:nvPicPr></p:pic>',
          related: {
            notesSlide: '../notesSlides/notesSlide1.xml',
            comments: '../comments/comment1.xml',
            image: '../media/i.png',
          },
        },
        { shapes: slideShape('藏页'), hidden: true },
      ],
      {
        'ppt/notesSlides/notesSlide1.xml': `<n xmlns:p="p" xmlns:a="a">${slideShape('备注某')}${slideShape('3', '<p:ph type="sldNum"/>')}</n>`,
        'ppt/comments/comment1.xml': '<l xmlns:p="p"><p:cm><p:text>批注某</p:text></p:cm></l>',
        'ppt/media/i.png': 'x',
      },
    ),
    reading(),
  );
  expect(content.blocks.map((b) => b.text)).toEqual(['看得见']);
  expect(content.hidden.map((h) => [h.kind, h.text, h.place])).toEqual([
    ['invisible', '藏形', '第 1 张幻灯片隐藏的图形'],
    ['invisible', '画外', '第 1 张幻灯片画面之外'],
    ['alternative', '张某照片', '第 1 张幻灯片图形的替代文字'],
    ['speaker-note', '备注某', '第 1 张幻灯片的备注'],
    ['comment', '批注某', '第 1 张幻灯片的批注'],
    ['hidden-sheet', '藏页', '隐藏的第 2 张幻灯片'],
  ]);
  expect(content.pictures).toEqual([{ place: '第 1 张幻灯片', count: 1 }]);
});
