/** The parts of a document in reading order: header up to the first sentence, main document, annexes, imprint. */
import { compact } from '../clean.ts';
import type { Block } from '../types.ts';
import { addresseeEnd } from './addressee-line.ts';
import { trailingMark } from './disclosure-mark.ts';
import { documentNumberLine } from './document-number.ts';
import { type Line, lineOf } from './line.ts';
import { isOrganName } from './organ-name.ts';
import { membersOf } from './members.ts';
import { dateLine } from './written-date.ts';
import { type Card, isPageNoise, readCard } from './web-card.ts';

export interface Outline {
  /** What the page around a web copy says of it. */
  card: Card;
  /** Lines of page headers, where some offices keep the red head. */
  pageHeader: Line[];
  /** Red head, number, title: everything before the addressee or the first sentence. */
  header: Line[];
  /** Header and what follows, without annexes and imprint. */
  main: Line[];
  /** Of `main`: from the addressee or the first sentence on. */
  body: Line[];
  /** Annex pages, without imprint. */
  annexes: Line[];
  /** Lines right above the imprint, which may follow the annexes. */
  aboveImprint: Line[];
  /** 版记: 抄送, 印发机关, 印发日期. */
  imprint: Line[];
}

const headerMax = 30;
const sentence = /[。；！]|[，,].*[:：]$/;
const headLabel = /^(?:签发人|会签人|密级|份号|保密期限|紧急程度|编号)/;
const chapter = /^(第[一二三四五六七八九十百]+[章条]|[一二三四五六七八九十]{1,3}、|\(一\)|目录$|1[.、]\D)/;
/** First line of an annex page. With a name behind it, it is the list of annexes (附件说明). */
const annexPage = /^附[件表录](?:\d{1,2}(?:-\d)?|[一二三四五六七八九十]{1,2})?[:：]?$/;
const namedAnnex = /^附件\d{1,2}[:：]?\D/;
const imprintStart = /^(抄送|分送|抄报|主题词)(?:单位|机关)?[:：]|日印发?(?:\(.*\)|共印\d+份)?$/;
const aboveImprintLines = 6;

export function outlineOf(blocks: readonly Block[]): Outline {
  const { document: all, others } = membersOf(blocks.map(lineOf).filter((l) => !isPageNoise(l.text)));
  const pageHeader = all.filter((l) => blocks[l.line]!.part === 'header');
  const shown = all.filter((l) => (blocks[l.line]!.part ?? 'box') === 'box');
  const { card, used } = readCard(shown);
  const lines = parted(shown.filter((l) => !used.has(l.line)));
  const bodyAt = startOfBody(lines);
  const from = Math.max(1, bodyAt);
  const imprintAt = at(lines, from, (text) => imprintStart.test(text));
  const lastImprint = Math.max(imprintAt, lastRun(lines, from));
  const annexAt = startOfAnnexes(lines, from, imprintAt);
  const mainEnd = Math.min(imprintAt, annexAt);
  return {
    card,
    pageHeader,
    header: lines.slice(0, Math.min(headerMax, bodyAt)),
    main: lines.slice(0, mainEnd),
    body: lines.slice(bodyAt, mainEnd),
    annexes: [...lines.slice(mainEnd, Math.max(mainEnd, lastImprint)), ...others],
    aboveImprint: lines.slice(Math.max(0, lastImprint - aboveImprintLines), lastImprint),
    imprint: lines.slice(lastImprint),
  };
}

const at = (lines: readonly Line[], from: number, test: (text: string) => boolean): number => {
  const index = lines.findIndex((l, i) => i >= from && test(compact(l.text)));
  return index < 0 ? lines.length : index;
};

/** What stands behind something else but is a line of its own to the rules: a mark, an adoption, the printing body. */
function parted(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => {
    if (line.cells || line.text.length > 500) return [line];
    const mark = trailingMark(line.text);
    if (mark && /[。日曰\d]$/.test(mark.before))
      return splitAt(line, line.text.indexOf(mark.before) + mark.before.length);
    const adopted = line.text.search(/(?<=[^\s]{4})[（(]\d{4}年\d{1,2}月\d{1,2}日[^（）()]{4,}/u);
    if (adopted > 0 && !/[。；]/.test(line.text)) return splitAt(line, adopted);
    const printing = line.text.lastIndexOf('。');
    return printing > 0 && isOrganName(line.text.slice(printing + 1)) ? splitAt(line, printing + 1) : [line];
  });
}

const splitAt = (line: Line, at: number): Line[] => [
  { ...line, text: line.text.slice(0, at).trim() },
  { ...line, text: line.text.slice(at).trim() },
];

/** The addressee, the first sentence, the first numbered heading, or the first row of a table. */
function startOfBody(lines: readonly Line[]): number {
  const index = lines.findIndex(({ text, cells }, i) => {
    const plain = compact(text);
    if (documentNumberLine(text) !== undefined || headLabel.test(plain)) return false;
    return (
      sentence.test(plain) ||
      /[:：]$/.test(plain) ||
      addresseeEnd(text) !== undefined ||
      (i > 0 && chapter.test(plain)) ||
      (cells !== undefined && cells.filter((c) => c !== '').length > 2) ||
      annexPage.test(plain)
    );
  });
  return index < 0 ? lines.length : index;
}

/** The imprint stands at the very end: the first line of the last group of its lines. */
function lastRun(lines: readonly Line[], from: number): number {
  let start = lines.length;
  for (let i = lines.length - 1; i >= Math.max(from, lines.length - 25); i--)
    if (imprintStart.test(compact(lines[i]!.text))) start = i;
  return start;
}

/**
 * A line 附件1 alone; or one with a name behind it, once the document is signed and no list of annexes. `附件：` with
 * numbered names below is that list.
 */
function startOfAnnexes(lines: readonly Line[], from: number, end: number): number {
  let signed = false;
  for (let i = from; i < end; i++) {
    const plain = compact(lines[i]!.text);
    const next = compact(lines[i + 1]?.text ?? '');
    if (annexPage.test(plain) && !(/[:：]$/.test(plain) && /^1[.、．]/.test(next))) return i;
    if (signed && namedAnnex.test(plain) && !isListed(lines, i, end)) return i;
    signed ||= dateLine(lines[i]!.text) !== undefined;
  }
  return lines.length;
}

/** The names of several annexes one below the other, or one that has its own page later. */
function isListed(lines: readonly Line[], i: number, end: number): boolean {
  const neighbours = [lines[i - 1], lines[i + 1]].map((l) => compact(l?.text ?? ''));
  const number = /^附件(\d+)/.exec(compact(lines[i]!.text))?.[1];
  return (
    neighbours.some((text) => namedAnnex.test(text)) ||
    lines.slice(i + 1, end).some((l) => new RegExp(`^附件${number}[:：]?$`).test(compact(l.text)))
  );
}
