/** A PDF of page images and nothing else: no text, no fonts, no properties. PDF 32000-1:2008, 7.5 and 8.9. */
import { palette } from './palette.ts';

export interface ImagePage {
  /** Of the image, in pixels. */
  width: number;
  height: number;
  /** Of the page, in points. */
  wide: number;
  high: number;
  /** Rows of two pixels a byte, packed by Flate. */
  flate: Uint8Array;
}

/** Points: viewers round outwards, and would stretch an image that fills its page by a pixel. */
const less = 0.01;

const colours = palette.map((rgb) => Buffer.from(rgb).toString('hex')).join('');

export function writePdf(pages: readonly ImagePage[]): Uint8Array {
  const chunks: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (chunk: string | Uint8Array): void => {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.length;
  };
  const object = (head: string, stream?: Uint8Array): void => {
    offsets.push(length);
    add(`${offsets.length} 0 obj\n${head}\n`);
    if (stream) {
      add('stream\n');
      add(stream);
      add('\nendstream\n');
    }
    add('endobj\n');
  };
  const first = 3;
  add('%PDF-1.4\n');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, i) => `${first + i * 3} 0 R`);
  object(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`);
  for (const [i, page] of pages.entries()) {
    const own = first + i * 3;
    const size = `${number(page.wide)} ${number(page.high)}`;
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Resources << /XObject << /Im0 ${own + 2} 0 R >> >> /Contents ${own + 1} 0 R >>`,
    );
    const drawing = Buffer.from(
      `q ${number(page.wide - less)} 0 0 ${number(page.high - less)} 0 0 cm /Im0 Do Q`,
    );
    object(`<< /Length ${drawing.length} >>`, drawing);
    object(
      `<< /Type /XObject /Subtype /Image /Width ${page.width} /Height ${page.height} /ColorSpace [/Indexed /DeviceRGB ${palette.length - 1} <${colours}>] /BitsPerComponent 4 /Filter /FlateDecode /Length ${page.flate.length} >>`,
      page.flate,
    );
  }
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  add(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries.join('')}`);
  add(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(chunks));
}

const number = (value: number): string => value.toFixed(4).replace(/\.?0+$/, '');
