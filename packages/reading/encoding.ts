/** Bytes to text: a byte order mark decides; without one UTF-16 that shows, strict UTF-8, then GB18030 (GBK, GB2312). */

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((b, i) => bytes[i] === b);

export function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** GB18030 decodes almost any bytes into something; characters that occur in no text give it away. */
function isOdd(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const odd = sample.match(/(?!\s)[\p{Cc}\p{Co}\p{Cn}]/gu) ?? [];
  return odd.length > 5 && odd.length > sample.length * 0.02;
}

/** Undefined when the bytes are not text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0xff, 0xfe)) return decodeStrictly(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return decodeStrictly(bytes, 'utf-16be');
  const utf8 = decodeStrictly(bytes, 'utf-8');
  const wide = unmarkedUtf16(bytes, utf8 !== undefined);
  const text =
    (wide && decodeStrictly(bytes, wide)) ?? utf8 ?? nearlyUtf8(bytes) ?? decodeStrictly(bytes, 'gb18030');
  return text === undefined || isOdd(text) ? undefined : text;
}

/** A byte lost here or there; of text in another encoding every second character is wrong. */
function nearlyUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  const wrong = text.split('\uFFFD').length - 1;
  return wrong <= Math.max(1, text.length / 1_000) && /\P{ASCII}/u.test(text.replaceAll('\uFFFD', ''))
    ? text
    : undefined;
}

/** Line ends, spaces and digits have a zero byte there, always on the same side; in UTF-8 a zero is a stray. */
function unmarkedUtf16(bytes: Uint8Array, isUtf8: boolean): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, 8_192);
  let [even, odd] = [0, 0];
  for (const [i, byte] of sample.entries())
    if (byte === 0) {
      if (i % 2 === 0) even++;
      else odd++;
    }
  const enough = Math.max(2, sample.length / (isUtf8 ? 4 : 200));
  if (odd >= enough && even === 0) return 'utf-16le';
  return even >= enough && odd === 0 ? 'utf-16be' : undefined;
}
