/** What the ending of a name promises; the bytes decide. */
import type { ReadType } from './types.ts';

const promised: Record<string, readonly ReadType[]> = {
  txt: ['txt', 'csv'],
  csv: ['csv', 'txt'],
  html: ['html'],
  htm: ['html'],
  rtf: ['rtf'],
  doc: ['doc'],
  wps: ['doc', 'docx'],
  docx: ['docx'],
  xls: ['xls'],
  et: ['xls', 'xlsx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  ofd: ['ofd'],
  pdf: ['pdf'],
  zip: ['zip'],
  jpg: ['jpg'],
  jpeg: ['jpg'],
  png: ['png'],
  gif: ['gif'],
  tif: ['tif'],
  tiff: ['tif'],
  bmp: ['bmp'],
  webp: ['webp'],
};

const typeName: Record<ReadType, string> = {
  txt: '纯文本',
  csv: '用分隔符排列的文本表格',
  html: '网页',
  rtf: 'RTF 文档',
  doc: '旧版 Word 文档',
  docx: 'Word 文档',
  xls: '旧版 Excel 表格',
  xlsx: 'Excel 表格',
  pptx: '演示文稿',
  ofd: 'OFD 文件',
  pdf: 'PDF 文件',
  zip: '压缩包',
  jpg: 'JPEG 图片',
  png: 'PNG 图片',
  gif: 'GIF 图片',
  tif: 'TIFF 图片',
  bmp: 'BMP 图片',
  webp: 'WebP 图片',
};

/** A Chinese sentence when a name promises something else than the bytes are. */
export function wrongEnding(name: string, type: ReadType): string | undefined {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (promised[ending]?.includes(type) ?? true) return undefined;
  return `文件名的后缀是 .${ending}，内容却是${typeName[type]}，已按内容读取。请核对是不是传错了文件。`;
}
