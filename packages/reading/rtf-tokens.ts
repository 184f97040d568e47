/** The syntax of Rich Text Format (specification 1.9.1): groups, control words, bytes and text. */
export type RtfToken =
  | { kind: 'open' | 'close' }
  | { kind: 'word'; word: string; value: number | undefined }
  /** One byte in the code page of the font. */
  | { kind: 'byte'; value: number }
  | { kind: 'text'; text: string };

const pattern = /([{}])|\\([a-zA-Z]{1,40})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^])|([^\\{}\r\n]+)|[^]/y;

export function* rtfTokens(file: string): Generator<RtfToken> {
  pattern.lastIndex = 0;
  for (let at = 0; at < file.length; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const [, brace, word, number, hex, symbol, text] = pattern.exec(file) ?? [];
    if (brace !== undefined) yield { kind: brace === '{' ? 'open' : 'close' };
    else if (word === 'bin') pattern.lastIndex += Math.max(0, Number(number ?? 0));
    else if (word !== undefined)
      yield { kind: 'word', word, value: number === undefined ? undefined : Number(number) };
    else if (hex !== undefined) yield { kind: 'byte', value: Number.parseInt(hex, 16) };
    else if (symbol !== undefined) yield { kind: 'word', word: symbol, value: undefined };
    else if (text !== undefined) yield { kind: 'text', text };
  }
}
