/** Marks what was looked for, and cuts a piece of text around the place that shows most of it. */
import type { Highlighted } from '../ports.ts';
import { charactersOf, plain, type Term } from './words.ts';

const excerptLength = 110;

/** Every second piece is a match. `text` is cut into as few pieces as possible. */
export function highlight(text: string, terms: readonly Term[]): Highlighted {
  const pieces: Highlighted = [''];
  let at = 0;
  for (const { start, end } of spansOf(text, terms)) {
    pieces[pieces.length - 1] += text.slice(at, start);
    pieces.push(text.slice(start, end), '');
    at = end;
  }
  pieces[pieces.length - 1] += text.slice(at);
  return pieces;
}

/** Around the first place where the most terms stand close together. */
export function excerpt(text: string, terms: readonly Term[]): Highlighted {
  const flat = text.replace(/\s+/g, ' ').trim();
  const spans = spansOf(flat, terms);
  let best = { at: 0, seen: 0 };
  for (const { start } of spans) {
    const near = spans.filter((s) => s.start >= start && s.end <= start + excerptLength);
    const seen = new Set(near.map((s) => s.term)).size;
    if (seen > best.seen) best = { at: start, seen };
    if (seen === terms.length) break;
  }
  const from = Math.max(0, Math.min(best.at - 20, flat.length - excerptLength));
  const cut = flat.slice(from, from + excerptLength).toWellFormed();
  return highlight(`${from > 0 ? '…' : ''}${cut}${from + excerptLength < flat.length ? '…' : ''}`, terms);
}

interface Span {
  start: number;
  end: number;
  term: number;
}

const mostSpans = 200;

function spansOf(text: string, terms: readonly Term[]): Span[] {
  const lower = sameLength(text);
  const spans: Span[] = [];
  for (const [term, { text: wanted }] of terms.entries())
    for (const piece of piecesIn(lower, wanted))
      for (
        let at = lower.indexOf(piece);
        at >= 0 && spans.length < mostSpans;
        at = lower.indexOf(piece, at + piece.length)
      )
        spans.push({ start: at, end: at + piece.length, term });
  return merge(spans.toSorted((a, b) => a.start - b.start || b.end - a.end));
}

/** The whole term, or, where it does not stand in one piece, the longest parts of two characters and more that do. */
function piecesIn(text: string, wanted: string): string[] {
  if (text.includes(wanted)) return [wanted];
  const pieces: string[] = [];
  const characters = charactersOf(wanted);
  for (let start = 0; start < characters.length - 1;) {
    let end = characters.length;
    while (end - start >= 2 && !text.includes(characters.slice(start, end).join(''))) end--;
    if (end - start >= 2) pieces.push(characters.slice(start, end).join(''));
    start = Math.max(end, start + 1);
  }
  return pieces;
}

/** Offsets must fit the text, so what NFKC would make longer or shorter stays as it is. */
const sameLength = (text: string): string => {
  const simple = plain(text);
  return simple.length === text.length
    ? simple
    : charactersOf(text)
        .map((c) => (plain(c).length === c.length ? plain(c) : c))
        .join('');
};

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
