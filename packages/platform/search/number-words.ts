/** 发文字号 as people type it: `示政办发〔2026〕12号`, `示政办发[2026]12`, `示政办发2026年第12号`, `2026 12号`. */
import { charactersOf, pairs, plain } from './words.ts';

const written =
  /(\p{Script=Han}{0,20}?)[〔[(【{<《]?\s*((?:19|20)\d{2})\s*年?\s*[〕\])】}>》]?\s*第?\s*0*(\d{1,5})\s*号?/u;
/** Bare digits are no number: `2026 12` may be anything. */
const marked = /[〔[(【《]|号/u;

interface NumberWords {
  /** Year and running number as one word, `2026n12`, and the pairs of the body's short name. */
  words: string[];
}

/** Undefined when the query is not the writing of a document number and nothing else. */
export function numberWords(query: string): NumberWords | undefined {
  const text = plain(query).trim();
  const found = written.exec(text);
  if (!found || found[0].length !== text.length || !marked.test(text)) return undefined;
  const [, body, year, running] = found;
  return { words: [`${year}n${running}`, ...namePairs(body!)] };
}

/** What the index holds of a document's own number. */
export function indexNumber(documentNumber: string | null): string {
  const found = documentNumber === null ? null : written.exec(plain(documentNumber));
  return found ? [`${found[2]}n${found[3]}`, ...namePairs(found[1]!)].join(' ') : '';
}

const namePairs = (name: string): string[] => (charactersOf(name).length === 1 ? [] : pairs(name));
