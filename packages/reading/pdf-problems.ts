/** What people must know about a PDF, in Chinese sentences. */
import { aboutPages, layerProblems, recognisedProblems, unseenProblems } from './page-unseen.ts';
import type { PdfPage } from './pdf-page.ts';
import type { RecognisedPages } from './pdf-recognise.ts';

export interface Noticed {
  pages: readonly PdfPage[];
  recognised: Pick<RecognisedPages, 'scans' | 'illustrated'>;
  /** Pages whose text means nothing. */
  noise: readonly PdfPage[];
  unreadAttachments: number;
  unreadSaves: number;
  /** Earlier saves said what the file no longer says. */
  changed: boolean;
  scripts: number;
}

export function pdfProblems(noticed: Noticed): string[] {
  const { pages, recognised, noise, unreadAttachments, unreadSaves } = noticed;
  const { scans, illustrated } = recognised;
  const on = (numbers: ReadonlySet<number>): PdfPage[] => pages.filter((p) => numbers.has(p.number));
  const layers = pages.filter((p) => p.layer && !scans.has(p.number));
  return [
    ...unseenProblems(pages),
    ...aboutPages(noise, '的文字是乱码（字体没有编码），按图片识别。'),
    ...recognisedProblems(on(scans)),
    ...aboutPages(on(illustrated), '图片中的文字由机器识别，请对照原件核对。'),
    ...layerProblems(layers),
    ...(noticed.changed
      ? ['文件中留有较早保存的内容，其中有后来删去或改动的文字，仍能被读出。请在原软件中重新导出后上传。']
      : []),
    ...(unreadSaves > 0 ? [`还有 ${unreadSaves} 次更早的保存没有检查，请重新导出后上传。`] : []),
    ...(unreadAttachments > 0
      ? [`PDF 中夹带了 ${unreadAttachments} 个无法取出的附件，没有检查，请删除后重新上传。`]
      : []),
    ...(noticed.scripts > 0 ? ['文件中含有脚本，没有检查。'] : []),
  ];
}
