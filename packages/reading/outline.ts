/** The parts of a document in reading order: header up to the first sentence, main document, annexes, imprint. */
import { compact } from './clean.ts';
import type { Block } from './types.ts';

export interface Line {
  text: string;
  /** Index of its block. */
  line: number;
}

export interface Outline {
  /** Red head, number, title: everything before the addressee or the first sentence. */
  header: Line[];
  /** The document itself, header included, without annexes and imprint. */
  main: Line[];
  /** Lines right above the imprint (抄送, 印发), which may follow the annexes. */
  aboveImprint: Line[];
}

const headerMax = 20;
const sentence = /[。；]/;
const addressee = /[:：]$/;
/** First line of an annex page: 附件, 附件1, 附件1：. With a name behind it, it is the list of annexes (附件说明). */
const annexPage = /^附[件表录]\d{0,2}[:：]?$/;
const imprint = /^(抄送|分送|抄报|主题词)[:：]|日印发$/;

export function outlineOf(blocks: readonly Block[]): Outline {
  const lines = blocks.flatMap((b, line) => (b.part === undefined ? [{ text: b.text, line }] : []));
  const first = (test: (text: string) => boolean): number => {
    const at = lines.findIndex((l, i) => i > 1 && test(compact(l.text)));
    return at < 0 ? lines.length : at;
  };
  const imprintAt = first((text) => imprint.test(text));
  const mainEnd = Math.min(
    imprintAt,
    first((text) => annexPage.test(text)),
  );
  const main = lines.slice(0, mainEnd);
  const startsBody = main.findIndex(({ text }) => sentence.test(text) || addressee.test(text));
  return {
    header: main.slice(0, Math.min(headerMax, startsBody < 0 ? main.length : startsBody)),
    main,
    aboveImprint: lines.slice(Math.max(0, imprintAt - 6), imprintAt),
  };
}
