import { cutPieces, type Piece } from './cut-pieces.ts';
import { cutBlock, type TextRemoval } from './removal.ts';

/** Lines and cells of a text as pieces; joined with what parts them they are the text again. */
const piecesOf = (text: string): Piece[] =>
  text.split(/(?<=[\n\t])|(?=[\n\t])/).map((part) => ({ text: part, before: '' }));

/** Every occurrence of every text, however it is spaced, hyphenated or in full-width forms; ends of lines stay. */
export function redactText(
  text: string,
  removals: readonly (TextRemoval | string)[],
): { text: string; removed: number } {
  const wanted = removals.map((r) => (typeof r === 'string' ? { text: r, put: cutBlock } : r));
  const pieces = piecesOf(text);
  const { texts, removed } = cutPieces(pieces, wanted);
  return { text: texts.map((t, i) => (isEnd(pieces[i]!) ? pieces[i]!.text : t)).join(''), removed };
}

const isEnd = ({ text }: Piece): boolean => text === '\n' || text === '\t';

export const occursIn = (text: string, wanted: string): boolean => redactText(text, [wanted]).removed > 0;
