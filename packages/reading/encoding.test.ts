import { describe, expect, it } from 'vitest';
import { decodeText } from './encoding.ts';

const sentence = '县人民政府办公室〔2026〕号';

describe('plain text is decoded', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(sentence)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${sentence}`)],
    ['UTF-16 little endian', Buffer.from(`\uFEFF${sentence}`, 'utf16le')],
    ['UTF-16 big endian', Buffer.from(`\uFEFF${sentence}`, 'utf16le').swap16()],
    ['GB18030', Buffer.from('cfd8c8cbc3f1d5feb8aeb0ecb9abcad2a1b232303236a1b3bac5', 'hex')],
  ])('from %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(sentence);
  });

  it('from UTF-8 with a byte lost', () => {
    const long = sentence.repeat(100);
    const bytes = Buffer.from(long).subarray(0, -2);
    expect(decodeText(bytes)).toBe(`${long.slice(0, -1)}\uFFFD`);
  });

  it('but bytes that are no text are not', () => {
    expect(decodeText(Uint8Array.from({ length: 500 }, (_, i) => i % 32))).toBeUndefined();
  });
});
