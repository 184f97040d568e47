/** Mutations of markup: what XML, HTML, RTF and the objects of a PDF have in common. */
import type { Mutation } from './mutate-bytes.ts';
import type { Random } from './random.ts';

const numbers = ['-1', '0', '99999999999', '1e308', '-2147483648', '65536', 'NaN', ''];

/** Half a pair, the last code point, a turn of direction, nothing. */
const oddities = String.fromCharCode(0xd800, 0xdbff, 0xdfff, 0x202e, 0);

const places = (text: string, pattern: RegExp): RegExpExecArray[] =>
  [...text.matchAll(pattern)].slice(0, 5_000);

const replaced = (text: string, match: RegExpExecArray | undefined, by: string): string =>
  match ? text.slice(0, match.index) + by + text.slice(match.index + match[0].length) : text;

type TextMutation = (text: string, random: Random) => string;

export const textMutations: Record<string, TextMutation> = {
  'other number': (text, random) => {
    let made = text;
    for (let n = 1 + random.below(5); n > 0; n--)
      made = replaced(made, random.pick(places(made, /\d{1,10}/g)), random.pick(numbers));
    return made;
  },
  'lost tag': (text, random) => replaced(text, random.pick(places(text, /<[^<>]{1,200}>|[{}]|endobj/g)), ''),
  'tag again': (text, random) => {
    const match = random.pick(places(text, /<[^<>]{1,200}>|[{}]|<<|>>/g));
    return replaced(text, match, (match?.[0] ?? '').repeat(2 + random.below(3_000)));
  },
  'other tag': (text, random) => {
    const all = places(text, /<[^<>]{1,200}>|\\[a-z]+-?\d*/g);
    return replaced(text, random.pick(all), random.pick(all)?.[0] ?? '');
  },
  'attribute lost': (text, random) => replaced(text, random.pick(places(text, / [\w:]+="[^"]*"/g)), ' x='),
  entities: (text, random) =>
    replaced(
      text,
      random.pick(places(text, /<\?xml[^>]*>|<[A-Za-z]/g)),
      '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]><a>&c;&d;</a><',
    ),
  'wide characters': (text, random) => {
    const at = random.below(text.length);
    return `${text.slice(0, at)}${oddities.repeat(1 + random.below(50))}${text.slice(at)}`;
  },
};

/** The same for bytes; `latin1` leaves those that are no text as they are. */
export const textual = (encoding: 'utf8' | 'latin1'): Record<string, Mutation> =>
  Object.fromEntries(
    Object.entries(textMutations).map(([name, mutate]) => [
      name,
      (bytes, random) => Buffer.from(mutate(bytes.toString(encoding), random), encoding),
    ]),
  );
