/** Which reader reads what. */
import { readDoc } from './doc.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readImage } from './image.ts';
import { readOfd } from './ofd.ts';
import { readPdf } from './pdf.ts';
import { readPptx } from './pptx.ts';
import { readCsv, readTxt } from './read-txt.ts';
import { readRtf } from './rtf.ts';
import type { Reader, ReadType } from './types.ts';
import { readXls } from './xls.ts';
import { readXlsx } from './xlsx.ts';
import { readArchive } from './zip-archive.ts';

export const readers: Record<ReadType, Reader> = {
  txt: readTxt,
  csv: readCsv,
  html: readHtml,
  rtf: readRtf,
  doc: readDoc,
  docx: readDocx,
  xls: readXls,
  xlsx: readXlsx,
  pptx: readPptx,
  pdf: readPdf,
  ofd: readOfd,
  jpg: readImage,
  png: readImage,
  gif: readImage,
  tif: readImage,
  bmp: readImage,
  webp: readImage,
  zip: readArchive,
};
