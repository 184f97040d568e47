/** One row of a template → what it says about an item, and what is wrong with it, by column. */
import { type ItemContent, itemContentSchema } from '@gongkai/domain/catalogue-item.ts';
import { readChannels } from './channel-text.ts';
import { squeezed } from './grid.ts';
import type { Group, Leaf } from './leaf-columns.ts';
import { leafHeading } from './leaf-columns.ts';
import { readLimit } from './limit-text.ts';
import type { ReadPublishers } from './publisher-text.ts';
import { markedList, tickOf } from './signs.ts';

export type RowTexts = Partial<Record<Leaf | Group, string>>;
export interface RowProblem {
  severity: 'error' | 'warning';
  at: Leaf | Group;
  message: string;
}
export interface ReadRow {
  /** Absent when there is an error. */
  content?: ItemContent;
  problems: RowProblem[];
}

export function readRow(texts: RowTexts, publishersOf: (text: string) => ReadPublishers): ReadRow {
  const problems: RowProblem[] = [];
  const error = (at: Leaf | Group, message: string): void =>
    void problems.push({ severity: 'error', at, message });
  const warn = (at: Leaf | Group, message: string): void =>
    void problems.push({ severity: 'warning', at, message });
  const text = (leaf: Leaf): string => tidyText(texts[leaf] ?? '');

  for (const leaf of ['first', 'content', 'basis', 'limit', 'publishers', 'channels'] as const)
    if (text(leaf) === '') error(leaf, `没有填写“${leafHeading(leaf)}”，请补充。`);

  const limit = readLimit(text('limit'));
  if (!limit.understood && limit.text !== '')
    warn('limit', `时限“${short(limit.text)}”没有完全读懂，按原文保留；期限按 20 个工作日计算，请核对。`);

  const { publishers, unknown, ambiguous } = publishersOf(texts.publishers ?? '');
  for (const name of unknown)
    error(
      'publishers',
      `公开主体“${short(name)}”不在组织机构中：请改用部门全称，或请管理员把它加为该部门的其他署名。`,
    );
  for (const name of ambiguous) error('publishers', `公开主体“${short(name)}”可能是几个部门，请写全称。`);

  const chosen = readChannels(texts.channels ?? '');
  if (chosen.nameless) warn('channels', '选择了“其他”渠道，但没有写明是什么。');
  if (text('channels') !== '' && chosen.channels.length + chosen.others.length === 0)
    error('channels', '没有选择任何公开渠道：请至少选择一个（表格中把方框改为 ■）。');

  const { everyone, groups, nameless } = audienceOf(texts);
  if (nameless) error('groups', '选择了特定群体，请写明是哪些人，例如“低保对象”。');
  else if (!everyone && groups === '')
    error(at(texts, 'audience', 'everyone'), '没有选择公开对象：请选择全社会，或写明特定群体。');

  const { proactive, onRequest } = pairOf(texts, 'method', ['proactive', 'onRequest'], [/主动/, /依?申请/]);
  if (!proactive && !onRequest)
    error(at(texts, 'method', 'proactive'), '没有选择公开方式：请选择主动或依申请。');
  const { county, township } = pairOf(
    texts,
    'level',
    ['county', 'township'],
    [/县|区|市|旗/, /乡|镇|街道|村/],
  );
  if (!county && !township) error(at(texts, 'level', 'county'), '没有选择公开层级：请选择县级或乡级。');

  if (problems.some((p) => p.severity === 'error')) return { problems };
  const [first, second] = [text('first'), text('second')];
  const parsed = itemContentSchema.safeParse({
    first,
    second: second === first ? '' : second,
    content: text('content'),
    basis: text('basis'),
    limit,
    publishers,
    channels: chosen.channels,
    otherChannels: chosen.others,
    everyone,
    groups,
    proactive,
    onRequest,
    county,
    township,
  });
  if (parsed.success) return { content: parsed.data, problems };
  for (const { path } of parsed.error.issues) {
    const leaf = leafOfField[String(path[0])] ?? 'content';
    error(leaf, `“${leafHeading(leaf)}”太长，请缩短。`);
  }
  return { problems };
}

const leafOfField: Record<string, Leaf> = {
  first: 'first',
  second: 'second',
  content: 'content',
  basis: 'basis',
  publishers: 'publishers',
  otherChannels: 'channels',
  groups: 'groups',
};

const at = (texts: RowTexts, group: Group, leaf: Leaf): Leaf | Group =>
  texts[group] === undefined ? leaf : group;

/** Line breaks stay: they part the elements of the content. */
const tidyText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .replace(/[ \u3000]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();

const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

type Pair<A extends Leaf, B extends Leaf> = Record<A | B, boolean>;

/** Two columns to tick, or one column in which the chosen one is named. */
function pairOf<A extends Leaf, B extends Leaf>(
  texts: RowTexts,
  group: Group,
  [a, b]: [A, B],
  [isA, isB]: [RegExp, RegExp],
): Pair<A, B> {
  const single = texts[group];
  const has = (leaf: Leaf): boolean => tickOf(texts[leaf] ?? '') !== 'empty';
  const said =
    single === undefined
      ? undefined
      : chosenIn(single, (name) => isA.test(name) || isB.test(name)).join('、');
  return {
    [a]: said === undefined ? has(a) : isA.test(said),
    [b]: said === undefined ? has(b) : isB.test(said),
  } as Pair<A, B>;
}

function audienceOf(texts: RowTexts): { everyone: boolean; groups: string; nameless: boolean } {
  if (texts.audience !== undefined) {
    const said = chosenIn(texts.audience, (name) => /全社会|特定/.test(name));
    const groups = said.filter((s) => !/^全社会$/.test(s)).map(nameOfGroup);
    const named = groups.filter((g) => g !== '').join('、');
    return { everyone: said.includes('全社会'), groups: named, nameless: groups.length > 0 && named === '' };
  }
  const tick = tickOf(texts.groups ?? '');
  const words =
    typeof tick === 'object'
      ? chosenIn(tick.words, () => false)
          .map(nameOfGroup)
          .join('、')
      : '';
  return {
    everyone: tickOf(texts.everyone ?? '') !== 'empty',
    groups: words,
    nameless:
      tick === 'chosen' ||
      (typeof tick === 'object' && words === '' && markedList(tick.words, () => false).empty.length === 0),
  };
}

function chosenIn(text: string, isName: (name: string) => boolean): string[] {
  const { chosen, empty, before } = markedList(text, isName);
  if (chosen.length + empty.length > 0) return chosen.filter((name) => name !== '');
  return before
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** 特定群体（低保对象） → 低保对象. */
const nameOfGroup = (text: string): string => {
  const inner = /^特定(?:群体|群众|人群|对象)(?:\(?（?请?写明）?\)?)?[：:（(\s]*(.*?)[）)\s_＿]*$/.exec(text);
  const name = (inner ? inner[1]! : text).replace(/^[（(](.*)[）)]$/, '$1').trim();
  return squeezed(name) === '' || /^请?写明$/.test(name) ? '' : name;
};
