/** What people must know about a PDF, in Chinese sentences. */
import { aboutPages, unseenProblems } from './page-unseen.ts';
import type { PdfPage } from './pdf-page.ts';

export interface Noticed {
  pages: readonly PdfPage[];
  /** Pages without text, or with text that means nothing. */
  unusable: readonly PdfPage[];
  unreadAttachments: number;
  unreadSaves: number;
  /** Earlier saves said what the file no longer says. */
  changed: boolean;
  scripts: number;
}

export function pdfProblems(noticed: Noticed): string[] {
  const { pages, unusable } = noticed;
  const layers = pages.filter((p) => p.layer && !unusable.includes(p));
  const pictures = pages.filter((p) => !unusable.includes(p)).reduce((sum, p) => sum + p.pictures, 0);
  return [
    ...unseenProblems(pages),
    ...aboutPages(
      unusable.filter((p) => p.characters === 0),
      '没有文字，可能是图片，请人工查看。',
    ),
    ...aboutPages(
      unusable.filter((p) => p.characters > 0),
      '的文字是乱码（字体没有编码），请人工查看。',
    ),
    ...aboutPages(layers, '为扫描图片，文字由扫描软件识别，请对照原件核对。'),
    ...(pictures > 0 ? [`文件中有 ${pictures} 张图片，图片中的文字没有检查，请人工查看。`] : []),
    ...(noticed.changed
      ? ['文件中留有较早保存的内容，其中有后来删去或改动的文字，仍能被读出。请在原软件中重新导出后上传。']
      : []),
    ...(noticed.unreadSaves > 0
      ? [`还有 ${noticed.unreadSaves} 次更早的保存没有检查，请重新导出后上传。`]
      : []),
    ...(noticed.unreadAttachments > 0
      ? [`PDF 中夹带了 ${noticed.unreadAttachments} 个附件，没有检查，请删除后重新上传。`]
      : []),
    ...(noticed.scripts > 0 ? ['文件中含有脚本，没有检查。'] : []),
  ];
}
