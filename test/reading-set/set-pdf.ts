/** A labelled document as a PDF page with the margins and sizes of GB/T 9704-2012. */
import PdfKit from 'pdfkit';
import { chineseFont } from '../fixtures/documents.ts';
import type { SetLine } from './labelled.ts';

const [left, width] = [79, 442];
const sizes: Record<SetLine['as'], number> = {
  head: 26,
  title: 22,
  right: 16,
  row: 10.5,
  'page-header': 10.5,
  box: 16,
  body: 16,
};

export async function setPdf(lines: readonly SetLine[]): Promise<Uint8Array> {
  const pdf = new PdfKit({ size: 'A4', margins: { top: 105, bottom: 90, left, right: 595 - left - width } });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => pdf.on('end', resolve));
  pdf.font(chineseFont());
  let above = 30;
  for (const line of lines) {
    // The red head is large, the number below it is as large as the text.
    const size = line.as === 'head' && /[号期]/.test(line.text) ? sizes.body : sizes[line.as];
    pdf.fontSize(size).fillColor(line.as === 'head' ? 'red' : 'black');
    if (line.cells) drawRow(pdf, line.cells);
    else if (line.as === 'page-header') drawAbove(pdf, line.text, (above += 18));
    else
      pdf.text(line.text.replaceAll('☑', '√'), left, pdf.y, {
        width: line.as === 'right' ? width - 60 : width,
        lineGap: 8,
        align: line.as === 'right' ? 'right' : line.as === 'head' || line.as === 'title' ? 'center' : 'left',
        indent: line.as === 'body' && /[。；]/.test(line.text) ? 32 : 0,
      });
  }
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}

function drawAbove(pdf: PDFKit.PDFDocument, text: string, at: number): void {
  const { y } = pdf;
  pdf.text(text, left, at, { lineBreak: false });
  pdf.text('', left, y);
}

/** Cells in columns of equal width, with rules around them. */
function drawRow(pdf: PDFKit.PDFDocument, cells: readonly string[]): void {
  const each = width / cells.length;
  const height = Math.max(...cells.map((c) => pdf.heightOfString(c, { width: each - 8 }))) + 8;
  if (pdf.y + height > 842 - 90) pdf.addPage();
  const { y } = pdf;
  for (const [i, cell] of cells.entries()) {
    pdf.rect(left + i * each, y, each, height).stroke();
    pdf.text(cell, left + i * each + 4, y + 4, { width: each - 8 });
  }
  pdf.text('', left, y + height + 2);
}
