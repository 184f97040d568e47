/**
 * A font for what a PDF does not bring along: without one Chinese text of such files is drawn blank, and nothing
 * could be seen or covered. Noto Serif SC (SIL OFL 1.1); `FPDF_SYSFONTINFO` of fpdf_sysfontinfo.h.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Pdfium } from '@gongkai/reading/pdfium.ts';

const file = 'NotoSerifSC_400Regular.ttf';

/** Beside a bundle, or in the package. */
function fontBytes(): Buffer {
  const beside = new URL(`./${file}`, import.meta.url);
  return readFileSync(
    existsSync(beside)
      ? beside
      : new URL(import.meta.resolve(`@expo-google-fonts/noto-serif-sc/400Regular/${file}`)),
  );
}

const handle = 1;
/** FXFONT_*_CHARSET: Japanese, Korean, Chinese simplified and traditional. */
const eastAsian = new Set([128, 129, 134, 136]);
const simplified = 134;

/** Once for each instance. */
export function supplyFont(pdfium: Pdfium): void {
  const { memory } = pdfium;
  let font: Buffer | undefined;
  const pointer = (call: (...args: number[]) => number | undefined, signature: string): number =>
    memory.addFunction(call, signature);
  const nothing = pointer(() => undefined, 'vi');
  const members = [
    nothing,
    pointer(() => undefined, 'vii'),
    // self, weight, italic, charset, pitch and family, face, exact
    pointer((...args) => (eastAsian.has(args[3] ?? 0) ? handle : 0), 'iiiiiiii'),
    pointer(() => 0, 'iii'),
    pointer((_self, _font, table, buffer, size) => {
      font ??= fontBytes();
      const data = table === 0 ? font : tableOf(font, table);
      if (buffer !== 0 && size >= data.length) memory.HEAPU8.set(data, buffer);
      return data.length;
    }, 'iiiiii'),
    pointer((_self, _font, buffer, size) => {
      const name = Buffer.from('Noto Serif SC\0');
      if (buffer !== 0 && size >= name.length) memory.HEAPU8.set(name, buffer);
      return name.length;
    }, 'iiiii'),
    pointer(() => simplified, 'iii'),
    pointer(() => undefined, 'vii'),
  ];
  const info = memory.wasmExports.malloc(4 + members.length * 4);
  memory.setValue(info, 1, 'i32');
  for (const [i, member] of members.entries()) memory.setValue(info + 4 + i * 4, member, 'i32');
  pdfium.FPDF_SetSystemFontInfo(info);
}

/** A table of the font by its tag; OpenType, "Table Directory". */
function tableOf(font: Buffer, tag: number): Buffer {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const entry = 12 + i * 16;
    if (font.readUInt32BE(entry) !== tag) continue;
    const from = font.readUInt32BE(entry + 8);
    return font.subarray(from, from + font.readUInt32BE(entry + 12));
  }
  return Buffer.alloc(0);
}
