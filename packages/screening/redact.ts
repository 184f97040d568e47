/** Cuts texts out of a public copy, and proves by another way that they are gone. */

/** Always the same, so that nothing tells how long the text was. */
export const cutBlock = '［已删减］';

/** What may stand between the characters of a text without changing it for a reader. */
const separator = /[\s\p{Cf}\p{Cc}\p{Pd}·]/u;

interface Folded {
  /** NFKC, lower case, without separators. */
  text: string;
  /** For each UTF-16 unit of `text`: first and behind-the-last unit of its source. */
  from: number[];
  to: number[];
}

function fold(source: string): Folded {
  const folded: Folded = { text: '', from: [], to: [] };
  let at = 0;
  for (const character of source) {
    const plain = separator.test(character) ? '' : character.normalize('NFKC').toLowerCase();
    for (let i = 0; i < plain.length; i++) {
      if (separator.test(plain[i]!)) continue;
      folded.text += plain[i]!;
      folded.from.push(at);
      folded.to.push(at + character.length);
    }
    at += character.length;
  }
  return folded;
}

/**
 * Replaces every occurrence of every text in `cuts`, however it is spaced, hyphenated or in full-width forms, by
 * {@link cutBlock}. Line and cell ends inside an occurrence stay. `removed` counts the places.
 */
export function redactText(text: string, cuts: readonly string[]): { text: string; removed: number } {
  const folded = fold(text);
  const spans = cuts.flatMap((cut) => occurrences(folded, fold(cut).text));
  const merged = merge(spans);
  let result = '';
  let at = 0;
  for (const { start, end } of merged) {
    const ends = text.slice(start, end).match(/[\n\t]/g) ?? [];
    result += text.slice(at, start) + cutBlock + ends.join('');
    at = end;
  }
  return { text: result + text.slice(at), removed: merged.length };
}

interface Span {
  start: number;
  end: number;
}

function occurrences({ text, from, to }: Folded, wanted: string): Span[] {
  const spans: Span[] = [];
  if (wanted === '') return spans;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    spans.push({ start: from[at]!, end: to[at + wanted.length - 1]! });
  return spans;
}

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** Those of `removed` that are still in `text`. Shares nothing with {@link redactText} but the block. */
export function provesAbsent(text: string, removed: readonly string[]): string[] {
  const bare = (value: string): string =>
    value
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s\p{Cf}\p{Cc}\p{Pd}·]/gu, '');
  // The block stands as a wall: what it parts is not read together.
  const rest = bare(text.replaceAll(cutBlock, '\uFFFD'));
  return removed.filter((value) => bare(value) !== '' && rest.includes(bare(value)));
}
