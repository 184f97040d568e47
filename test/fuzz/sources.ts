/** Good files of every format to begin with, and which mutations know the format. */
import { formats } from '../reading-set/formats.ts';
import { readingSet } from '../reading-set/documents/index.ts';
import { makePresentation, slideShape } from '../fixtures/presentation.ts';
import { line, rawPdf, savedAgain, stream } from '../fixtures/raw-pdf.ts';
import { bmp, makePicture, png, scannedPdf, tiff } from '../fixtures/scans.ts';
import { makeWord, wordParagraph } from '../fixtures/zip.ts';
import { byteMutations, type Mutation } from './mutate-bytes.ts';
import { textual } from './mutate-text.ts';
import { zipMutations } from './mutate-zip.ts';

export interface Source {
  format: string;
  bytes: Buffer;
}

const documents = new Set([
  'notice-plain',
  'joint-table-signature',
  'web-cells',
  'table-list',
  'red-head-in-page-header',
]);

export async function sources(): Promise<Source[]> {
  const made: Source[] = [];
  const add = (format: string, bytes: Uint8Array | undefined): void => {
    if (bytes) made.push({ format, bytes: Buffer.from(bytes) });
  };
  for (const document of readingSet.filter((d) => documents.has(d.id)))
    for (const [name, maker] of Object.entries(formats)) add(name.split(' ')[0]!, await maker(document));
  add('docx', wordWithEverything());
  add(
    'pptx',
    makePresentation([{ shapes: slideShape('高龄津贴发放') }, { shapes: slideShape('名单'), hidden: true }]),
  );
  add('pdf', pdfWithEverything());
  const picture = await makePicture('示范县民政局文件\n示民发〔2026〕1号\n关于养老服务的通知');
  add('image', png(picture));
  add('image', bmp(picture));
  add('image', tiff([picture]));
  add('image', scannedPdf([picture]));
  return made;
}

/** Deletions, comments, notes, hidden text, a text box, a property. */
const wordWithEverything = (): Uint8Array =>
  makeWord(
    `${wordParagraph('示范县民政局文件')}<w:p><w:del><w:r><w:delText>删去的话</w:delText></w:r></w:del></w:p>${wordParagraph('隐藏', '<w:vanish/>')}<w:tbl><w:tr><w:tc>${wordParagraph('姓名')}</w:tc><w:tc>${wordParagraph('周某')}</w:tc></w:tr></w:tbl>`,
    {
      header: wordParagraph('页眉'),
      footnotes: `<w:footnote>${wordParagraph('脚注')}</w:footnote>`,
      comments: `<w:comment>${wordParagraph('批注')}</w:comment>`,
      'docProps/core.xml':
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>某某</dc:creator></cp:coreProperties>',
    },
  );

/** An annotation, an attachment, text in an earlier save. */
const pdfWithEverything = (): Uint8Array =>
  savedAgain(
    rawPdf({
      pages: [{ content: line('notice of the county', 80, 700), entries: '/Annots [100 0 R]' }],
      objects: {
        100: '<< /Type /Annot /Subtype /Text /Rect [0 0 20 20] /Contents (a note) >>',
        101: stream('attached text', '/Type /EmbeddedFile'),
        102: '<< /Type /Filespec /F (a.txt) /EF << /F 101 0 R >> >>',
      },
      catalog: '/Names << /EmbeddedFiles << /Names [(a.txt) 102 0 R] >> >>',
      info: '/Author (somebody)',
    }),
    { 100: '<< /Type /Annot /Subtype /Text /Rect [0 0 20 20] /Contents (another note) >>' },
  );

/** Those that know the format; none for pictures and old containers. */
export const mutationsOf = (format: string): Record<string, Mutation> => {
  if (['docx', 'xlsx', 'pptx', 'ofd', 'zip'].includes(format)) return zipMutations;
  if (['html', 'csv', 'txt'].includes(format)) return textual('utf8');
  if (['rtf', 'pdf'].includes(format)) return textual('latin1');
  return byteMutations;
};
