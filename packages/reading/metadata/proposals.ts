/**
 * Which of many rows a document is about: BM25 over character pairs and triples with an inverted index, which needs no
 * dictionary of Chinese words. It ranks; it cannot tell "none of these", so a person confirms.
 */
import type { Candidate } from '@gongkai/domain/particulars.ts';

export interface Row {
  id: string;
  name: string;
  /** What the row is about: its name, contents, basis; searched, not shown. */
  text: string;
}

export interface RowIndex {
  rows: readonly Row[];
  /** Gram → rows that hold it, with how often. */
  postings: ReadonlyMap<string, readonly (readonly [row: number, count: number])[]>;
  lengths: readonly number[];
  meanLength: number;
}

/** Usual values of BM25: how soon repetition stops to count, and how much long rows are held back. */
const saturation = 1.2;
const lengthWeight = 0.6;
/** A title says what a document is about; its text says much else. */
const titleWeight = 4;
/** In every official document, whatever it is about. */
const everywhere = new Set(
  '人民 政府 民政府 人民政 工作 部门 单位 通知 公告 报告 决定 管理 情况 有关 关于 实施 办法 人员 执行 规定 意见 方案 要求 进行 组织 开展 加强 进一步 落实 负责 按照 根据 以下 如下 现将 办公 公室 办公室 委员 员会 委员会 我县 全县 各乡 乡镇 研究 同意 附件 印发 发布 公开 此件 镇人民 县人民'.split(
    ' ',
  ),
);
/** What scores less than this share of the best is no proposal. */
const worthShowing = 0.25;
/** A document counts by its beginning; annexes full of names say little. */
const maxText = 8_000;

export function indexRows(rows: readonly Row[]): RowIndex {
  const postings = new Map<string, [number, number][]>();
  const lengths = rows.map((row, i) => {
    const counts = gramsOf(`${row.name}\n${row.text}`);
    for (const [gram, count] of counts) {
      const list = postings.get(gram);
      if (list) list.push([i, count]);
      else postings.set(gram, [[i, count]]);
    }
    return [...counts.values()].reduce((a, b) => a + b, 0);
  });
  return {
    rows,
    postings,
    lengths,
    meanLength: lengths.reduce((a, b) => a + b, 0) / Math.max(1, rows.length),
  };
}

/** The likeliest rows, best first; fewer where little speaks for any. */
export function propose(index: RowIndex, title: string, text: string, count = 3): Candidate[] {
  const query = new Map<string, number>();
  const add = (from: string, weight: number): void => {
    for (const [gram, n] of gramsOf(from))
      query.set(gram, (query.get(gram) ?? 0) + weight * (1 + Math.log(n)));
  };
  add(text.slice(0, maxText), 1);
  add(title, titleWeight);
  const scores = new Map<number, number>();
  const reasons = new Map<number, [gram: string, score: number][]>();
  for (const [gram, weight] of query) {
    const list = index.postings.get(gram);
    if (!list) continue;
    const rarity = Math.log(1 + (index.rows.length - list.length + 0.5) / (list.length + 0.5));
    for (const [row, n] of list) {
      const held = 1 - lengthWeight + (lengthWeight * index.lengths[row]!) / index.meanLength;
      const score = weight * rarity * ((n * (saturation + 1)) / (n + saturation * held));
      scores.set(row, (scores.get(row) ?? 0) + score);
      const reason = reasons.get(row);
      if (reason) reason.push([gram, score]);
      else reasons.set(row, [[gram, score]]);
    }
  }
  const best = Math.max(...scores.values());
  return [...scores]
    .filter(([, score]) => score >= best * worthShowing)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([row, score]) => ({
      id: index.rows[row]!.id,
      name: index.rows[row]!.name,
      score: Math.round(score * 10) / 10,
      because: wordsOf(reasons.get(row)!, `${index.rows[row]!.name} ${index.rows[row]!.text}`, query),
    }));
}

/** Pairs and triples of Chinese characters; what crosses punctuation, digits or spaces is none. */
function gramsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu))
    for (let i = 0; i + 2 <= run.length; i++)
      for (const size of [2, 3]) {
        if (i + size > run.length) continue;
        const gram = run.slice(i, i + size);
        if (everywhere.has(gram)) continue;
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
  return counts;
}

/** Shown for a gram: the short word of the row it stands in, of a longer one the part that overlapping grams cover. */
function wordsOf(
  grams: readonly (readonly [string, number])[],
  rowText: string,
  query: ReadonlyMap<string, number>,
): string[] {
  const said = (word: string): boolean =>
    word.length <= shortWord && pairsOf(word).every((pair) => query.has(pair) || everywhere.has(pair));
  const best = grams
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 12)
    .map(([gram]) => gram);
  const words = new Map<string, number>();
  for (const [run] of rowText.matchAll(/\p{Script=Han}{2,}/gu))
    for (const word of said(run) ? [run] : covered(run, best)) {
      const rank = best.findIndex((gram) => word.includes(gram));
      if (rank >= 0) words.set(word, rank);
    }
  return [...words]
    .toSorted((a, b) => a[1] - b[1])
    .slice(0, 3)
    .map(([word]) => word);
}

const shortWord = 6;
const pairsOf = (word: string): string[] =>
  Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));

function covered(run: string, grams: readonly string[]): string[] {
  const marks = Array.from(run, () => ' ');
  for (const gram of grams)
    for (let at = run.indexOf(gram); at >= 0; at = run.indexOf(gram, at + 1))
      for (let i = at; i < at + gram.length; i++) marks[i] = run[i]!;
  return marks
    .join('')
    .split(/ +/)
    .filter((word) => word.length > 1 && word.length <= 12);
}
