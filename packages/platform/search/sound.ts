/**
 * How titles sound: finds `gljt` and `gaolingjintie` for 高龄津贴, and what was typed with characters of the same
 * sound (高令津贴). Tones do not count: input methods do not ask for them.
 */
import { pinyin } from 'pinyin-pro';
import { charactersOf } from './words.ts';

const han = /\p{Script=Han}+/gu;

const syllablesOf = (run: string): string[] =>
  pinyin(run, { toneType: 'none', type: 'array', v: true }).map((s) => s.toLowerCase());

/** `ygao yling ygaoling … xgl xlj …`: single syllables, pairs of syllables, and pairs of initials. */
export function indexSounds(title: string): string {
  const words: string[] = [];
  for (const [run] of title.normalize('NFKC').matchAll(han)) {
    const syllables = syllablesOf(run);
    syllables.forEach((syllable, i) => {
      words.push(`y${syllable}`);
      const next = syllables[i + 1];
      if (next !== undefined) words.push(`y${syllable}${next}`, `x${syllable[0]}${next[0]}`);
    });
  }
  return words.join(' ');
}

/** Of characters: what sounds alike. Undefined for less than two. */
export function soundWords(run: string): string[] | undefined {
  if (!/^\p{Script=Han}{2,}$/u.test(run)) return undefined;
  return neighbours(syllablesOf(run)).map(([a, b]) => `y${a}${b}`);
}

/** Of letters: as initials, and as syllables where they can be read as such. */
export function letterWords(letters: string): string[][] {
  if (!/^[a-z]{2,40}$/.test(letters)) return [];
  const initials = neighbours(charactersOf(letters)).map(([a, b]) => `x${a}${b}`);
  const syllables = split(letters);
  if (syllables === undefined) return [initials];
  return [
    syllables.length === 1 ? [`y${syllables[0]}`] : neighbours(syllables).map(([a, b]) => `y${a}${b}`),
    initials,
  ];
}

/** The part of a title that sounds as the words do: how it is written there. */
export function sameSoundIn(title: string, run: string): string | undefined {
  const wanted = syllablesOf(run).join(' ');
  const length = charactersOf(run).length;
  for (const [part] of title.matchAll(han)) {
    const characters = charactersOf(part);
    const syllables = syllablesOf(part);
    for (let i = 0; i + length <= characters.length; i++)
      if (syllables.slice(i, i + length).join(' ') === wanted)
        return characters.slice(i, i + length).join('');
  }
  return undefined;
}

const neighbours = <T>(values: readonly T[]): [T, T][] =>
  values.slice(1).map((value, i): [T, T] => [values[i]!, value]);

const initial = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?';
const final =
  '(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|vn|a|e|i|o|u|v)';
const syllable = new RegExp(`^${initial}${final}$`);
const longest = 6;

/** The fewest syllables that make up the letters. */
function split(letters: string): string[] | undefined {
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= letters.length; end++)
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = best[start];
      const last = letters.slice(start, end);
      if (before && syllable.test(last) && before.length + 1 < (best[end]?.length ?? Infinity))
        best[end] = [...before, last];
    }
  return best[letters.length];
}
