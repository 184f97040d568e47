/** Boxes and ticks as offices type them: ■▲☑√● is chosen, □口○ is not. */
import { squeezed } from './grid.ts';

const chosenSigns = '■▲☑√●✓✔★◆◼⬛▣☒';
const emptySigns = '□○☐〇◻⬜▢';
const boxLike = '口';

/** A cell of a column that is only ticked: chosen, not chosen, or words that say more. */
export type Tick = 'chosen' | 'empty' | { words: string };

export function tickOf(text: string): Tick {
  const plain = squeezed(text);
  if (plain === '' || /^[/\\×✗✘否无—–-]+$/.test(plain) || isMadeOf(plain, emptySigns + boxLike))
    return 'empty';
  if (isMadeOf(plain, chosenSigns) || /^[是有VvYy1]$/.test(plain)) return 'chosen';
  return { words: text.trim() };
}

const isMadeOf = (text: string, signs: string): boolean => Array.from(text).every((c) => signs.includes(c));

export interface Marked {
  /** What stands behind a sign that says chosen, and what behind one that says not. */
  chosen: string[];
  empty: string[];
  /** What stands before the first sign; everything, where there is none. */
  before: string;
}

/**
 * Parts a list such as `■政府网站 □政府公报口公开查阅点`. The character 口 counts as a box where a new entry may
 * begin: at the start, after a blank, and before or after a name that `isName` knows; 窗口 is no box.
 */
export function markedList(text: string, isName: (name: string) => boolean): Marked {
  const marked: Marked = { chosen: [], empty: [], before: '' };
  let list: string[] | undefined;
  let entry = '';
  const end = (): void => {
    if (list) list.push(tidy(entry));
    else marked.before += entry;
    entry = '';
  };
  const characters = Array.from(text.normalize('NFC'));
  for (const [i, c] of characters.entries()) {
    const isEmptySign =
      emptySigns.includes(c) || (c === boxLike && (isName(entry) || isBox(characters, i, isName)));
    if (!chosenSigns.includes(c) && !isEmptySign) {
      entry += c;
      continue;
    }
    end();
    list = isEmptySign ? marked.empty : marked.chosen;
  }
  end();
  marked.before = tidy(marked.before);
  return marked;
}

function isBox(characters: readonly string[], at: number, isName: (name: string) => boolean): boolean {
  const before = characters[at - 1];
  if (before === undefined || /[\s、，,；;]/.test(before)) return true;
  const rest = characters.slice(at + 1, at + 30).join('');
  return isName((/^[^\s■▲☑√●✓✔□口○☐]+/.exec(rest) ?? [''])[0]);
}

const tidy = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/^[\s、，,；;：:]+|[\s、，,；;。]+$/g, '');
