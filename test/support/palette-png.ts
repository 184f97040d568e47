/**
 * Makes a screenshot small: the same picture with at most 256 colours. Reads what browsers write (8 bits a channel,
 * not interlaced). Reference: PNG specification, third edition, sections 9 and 11.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

interface Pixels {
  width: number;
  height: number;
  channels: 3 | 4;
  bytes: Buffer;
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const mostColours = 256;

export function withPalette(png: Uint8Array): Buffer {
  const { width, height, channels, bytes } = decode(Buffer.from(png));
  const colours = Uint32Array.from({ length: width * height }, (_, i) => bytes.readUIntBE(i * channels, 3));
  const palette = commonest(colours);
  const indexes = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc((width + 1) * height);
  for (const [i, colour] of colours.entries()) {
    const index = indexes.get(colour) ?? nearestTo(colour, palette);
    indexes.set(colour, index);
    rows[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = index;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const partsOf = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255];

function commonest(colours: Uint32Array): number[] {
  const count = new Map<number, number>();
  for (const colour of colours) count.set(colour, (count.get(colour) ?? 0) + 1);
  const byCount = [...count].toSorted((a, b) => b[1] - a[1]);
  return byCount.slice(0, mostColours).map(([colour]) => colour);
}

function nearestTo(colour: number, palette: readonly number[]): number {
  const wanted = partsOf(colour);
  const distances = palette.map((known) =>
    partsOf(known).reduce((sum, value, i) => sum + (value - wanted[i]!) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function decode(png: Buffer): Pixels {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = png[25] === 6 ? 4 : 3;
  const packed: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return {
    width,
    height,
    channels,
    bytes: unfilter(inflateSync(Buffer.concat(packed)), width * channels, channels),
  };
}

function unfilter(filtered: Buffer, stride: number, channels: number): Buffer {
  const bytes = Buffer.alloc((filtered.length / (stride + 1)) * stride);
  for (let row = 0; row * stride < bytes.length; row++) {
    const filter = filtered[row * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = row * stride + x;
      const left = x < channels ? 0 : bytes[at - channels]!;
      const above = row === 0 ? 0 : bytes[at - stride]!;
      const corner = row === 0 || x < channels ? 0 : bytes[at - stride - channels]!;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0]!;
      bytes[at] = filtered[at + row + 1]! + guess;
    }
  }
  return bytes;
}

function paeth(left: number, above: number, corner: number): number {
  const p = left + above - corner;
  const [a, b, c] = [Math.abs(p - left), Math.abs(p - above), Math.abs(p - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
