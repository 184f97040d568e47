/** What to do with a file of a kind that is not read (yet). */
import { Refusal } from './refusal.ts';

const saveAs: Record<string, string> = {
  doc: '这是旧版 Word（.doc）或 WPS 文件，暂不支持。请用 Word 或 WPS 打开，另存为 .docx 或 .pdf 后重新上传。',
  cfb: '这是旧版办公软件文件，暂不支持。请用原软件打开，另存为 .docx 或 .pdf 后重新上传。',
  rtf: '这是 RTF 文件，暂不支持。请用 Word 或 WPS 打开，另存为 .docx 后重新上传。',
  odt: '这是 OpenDocument 文件，暂不支持。请用原软件打开，另存为 .docx 或 .pdf 后重新上传。',
  ofd: '这是 OFD 版式文件，暂不支持。请上传 .docx 原件，或转换为 .pdf 后重新上传。',
  xls: '这是旧版 Excel 表格（.xls），暂不支持。请用 Excel 或 WPS 打开，另存为 .pdf 后重新上传。',
  xlsx: '这是 Excel 表格（.xlsx），暂不支持。请用 Excel 或 WPS 打开，另存为 .pdf 后重新上传。',
  ppt: '这是演示文稿，暂不支持。请另存为 .pdf 后重新上传。',
  pptx: '这是演示文稿，暂不支持。请另存为 .pdf 后重新上传。',
  html: '这是网页文件，暂不支持。请复制到 Word 或 WPS 中，另存为 .docx 后重新上传。',
  xml: '这是 XML 文件，暂不支持。请另存为 .docx 或 .pdf 后重新上传。',
  zip: '这是压缩包，不能直接上传。请解压后逐个上传其中的文件（.docx、.pdf 或 .txt）。',
};
const archives = new Set(['rar', '7z', 'gz', 'tar', 'bz2', 'xz']);
const images = new Set(['jpg', 'png', 'gif', 'tif', 'bmp', 'webp', 'heic', 'avif']);

export function refuseUnsupported(type: string): never {
  if (type === 'encrypted') throw new Refusal('encrypted');
  const message = archives.has(type)
    ? saveAs['zip']
    : images.has(type)
      ? '这是图片，暂不能识别其中的文字。请上传 .docx 原件，或由文字软件直接另存的 .pdf。'
      : saveAs[type];
  throw new Refusal('unsupported', message);
}
