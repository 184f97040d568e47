import jsqr from 'jsqr';
import { expect, it } from 'vitest';
import { QrCode } from './qr-code.tsx';

/** Pixels a side of a module. */
const scale = 4;

/** What a telephone sees: black strokes on white, with the margin. */
function photographed(svg: string): { pixels: Uint8ClampedArray; side: number } {
  const margin = -Number(/viewBox="(\S+)/.exec(svg)![1]);
  const side = Number(/ (\d+)"/.exec(svg)![1]) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [x, y, length] of [...svg.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((m) => m.slice(1).map(Number)))
    for (let line = 0; line < scale; line++) {
      const start = ((y! + margin) * scale + line) * side + (x! + margin) * scale;
      for (let pixel = start; pixel < start + length! * scale; pixel++)
        pixels.fill(0, pixel * 4, pixel * 4 + 3);
    }
  return { pixels, side };
}

it.each([
  'https://www.example.gov.cn/xxgk/documents/x0000000000001.html',
  'http://localhost:8080/documents/a.html',
  `https://www.example.gov.cn/${'xxgk/'.repeat(30)}documents/x0000000000001.html`,
])('a telephone reads the address %s', async (url) => {
  const { pixels, side } = photographed(String(await QrCode({ url, label: '本页地址' })));
  expect(jsqr.default(pixels, side, side)?.data).toBe(url);
});
