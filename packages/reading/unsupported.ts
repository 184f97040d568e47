/** What to do with a file of a kind that is not read (yet). */
import { Refusal } from './refusal.ts';

const saveAs: Record<string, string> = {
  cfb: '这是旧版办公软件文件，不支持。请用原软件打开，另存为 .docx 或 .pdf 后重新上传。',
  odt: '这是 OpenDocument 文件，不支持。请用原软件打开，另存为 .docx 或 .pdf 后重新上传。',
  xlsb: '这是二进制 Excel 表格（.xlsb），不支持。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。',
  ppt: '这是旧版演示文稿（.ppt），不支持。请另存为 .pptx 或 .pdf 后重新上传。',
  mht: '这是单个文件网页，不支持。请另存为 .docx 或 .pdf 后重新上传。',
  xml: '这是 XML 文件，不支持。请另存为 .docx 或 .pdf 后重新上传。',
  exe: '这是程序，不能上传。',
};
const archive = '这是压缩包，但只能读取 .zip 格式。请解压后逐个上传，或重新压缩为 .zip。';
const archives = new Set(['rar', '7z', 'gz', 'tar', 'bz2', 'xz']);
const images = new Set(['heic', 'avif', 'jp2', 'jxl', 'ico']);
const unknown =
  '无法识别文件内容。如果是文本文件，请以 UTF-8 编码另存；其他文件请另存为 .docx 或 .pdf 后重新上传。';

export function refuseUnsupported(type: string | null): never {
  if (type === 'encrypted') throw new Refusal('encrypted');
  if (type === null) throw new Refusal('unsupported', unknown);
  const message = archives.has(type)
    ? archive
    : images.has(type)
      ? '不能读取这种图片。请另存为 .jpg 或 .png 后重新上传。'
      : saveAs[type];
  throw new Refusal('unsupported', message);
}
