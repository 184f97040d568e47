/** Reads the phrases of 公开时限. What is not understood stays as text and is flagged, never guessed. */
import type { Due, Limit, Period } from '@gongkai/domain/catalogue-limit.ts';
import { numberOf } from './chinese-number.ts';

const number = '([0-9０-９]{1,4}|[一二两三四五六七八九十]{1,3})';
const unitOf: Record<string, Period['unit']> = {
  小时: 'hour',
  个小时: 'hour',
  个工作日: 'working-day',
  工作日: 'working-day',
  个工作天: 'working-day',
  日: 'day',
  天: 'day',
  个自然日: 'day',
  自然日: 'day',
  个月: 'month',
  月: 'month',
  年: 'year',
};
const units = '(个?小时|个?工作日|个工作天|个?自然日|个月|日|天|年)';
const cycles: Record<string, Extract<Due, { kind: 'every' }>['period']> = {
  周: 'week',
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  半年: 'half-year',
  年: 'year',
};

/** One kind of phrase: what it looks like, and what it says. */
interface Phrase {
  pattern: RegExp;
  read: (found: RegExpExecArray) => Partial<Pick<Limit, 'due' | 'posting'>> | undefined;
}

/** In the order in which they are looked for; each takes its words out of the text. */
const phrases: readonly Phrase[] = [
  {
    pattern: new RegExp(
      `(?:公示|公示期|公示时间|公开期限|公开时间|公开期)(?:期|时间|期限)?(?:为|不少于|不得少于|至少|：|:)?${number}${units}(?:以上)?`,
    ),
    read: ([, n, unit]) => postingOf(n!, unit!),
  },
  { pattern: /(?:长期|永久|常年)(?:公开|公示|有效)?/, read: () => ({ posting: 'long-term' }) },
  {
    pattern: new RegExp(`每年度?(?:的)?${number}月(?:份)?(?:${number}[日号]|(底|末))?(?:之?前|以前|内)?`),
    read: ([, month, day, last]) => yearly(month!, day, last),
  },
  {
    pattern: new RegExp(`${number}月(?:份)?(?:${number}[日号](?:之?前|以前)|(底|末)(?:之?前|以前)?)`),
    read: ([, month, day, last]) => yearly(month!, day, last),
  },
  {
    pattern: new RegExp(
      `(?:自|从|在|于)?([^，。；,;（(]*?)(?:之日起|之日|当日起|之后|以后|后|起|的)?${number}${units}(?:以内|之内|内)`,
    ),
    read: ([, event, n, unit]) => within(event!, n!, unit!),
  },
  {
    pattern: /(?:每|按)(半年|季度?|周|月|年)度?(?:至少)?(?:公开|更新|公示|发布)?(?:一次|1次)?/,
    read: ([, cycle]) => every(cycle!),
  },
  {
    pattern: /(?:实时|即时)(?:公开|公示|更新|发布)?/,
    read: () => ({ due: { kind: 'at-once', realTime: true } }),
  },
  {
    pattern: /(?:及时|随时|立即)(?:予以|进行)?(?:公开|公示|更新|发布)?/,
    read: () => ({ due: { kind: 'at-once', realTime: false } }),
  },
  { pattern: new RegExp(`^${number}${units}$`), read: ([, n, unit]) => postingOf(n!, unit!) },
];

/** A phrase, not a paragraph; the patterns look for an event of any length. */
const longest = 300;

/** What may stand beside a phrase without changing it. */
const harmless =
  /(?:法律、?法规(?:、规章)?(?:对(?:政府信息)?公开的?期限)?另有规定的?，?从其规定|予以公开|进行公开|主动公开|公开|公示|及时更新|更新|发布|向社会|并|且|其中|（|）|\(|\)|[，。；、,;.:：\s])/g;

/** `text` as it stands in the cell. */
export function readLimit(text: string): Limit {
  const written = text.replace(/\s+/g, ' ').trim();
  if (written.length > longest) return { text: written, understood: false };
  let rest = written.replaceAll(' ', '');
  const read: Partial<Pick<Limit, 'due' | 'posting'>> = {};
  for (const { pattern, read: meaningOf } of phrases) {
    const found = pattern.exec(rest);
    const meaning = found && meaningOf(found);
    if (!meaning) continue;
    // The first phrase that says when, and the first that says how long, count.
    const known = (meaning.due && read.due) || (meaning.posting && read.posting);
    if (!known) Object.assign(read, meaning);
    if (!known || meaning.due?.kind === 'at-once') rest = rest.replace(found[0], '');
  }
  const understood = (read.due ?? read.posting) !== undefined && rest.replace(harmless, '') === '';
  return { text: written, ...read, understood };
}

const periodOf = (n: string, unit: string): Period | undefined => {
  const count = numberOf(n);
  const known = unitOf[unit];
  return count && known ? { count, unit: known } : undefined;
};

function postingOf(n: string, unit: string) {
  const posting = periodOf(n, unit);
  return posting && { posting };
}

function within(event: string, n: string, unit: string) {
  const period = periodOf(n, unit);
  const after = event.replace(/^(?:自|从|在|于)/, '').trim();
  return period && { due: { kind: 'within' as const, ...period, after: after || '信息形成或变更' } };
}

function yearly(month: string, day: string | undefined, last: string | undefined) {
  const [m, d] = [numberOf(month), day === undefined ? undefined : numberOf(day)];
  if (m === undefined || m < 1 || m > 12 || (d !== undefined && (d < 1 || d > 31))) return undefined;
  if (d === undefined && last === undefined)
    return { due: { kind: 'yearly' as const, month: m, day: 'last' as const } };
  return { due: { kind: 'yearly' as const, month: m, day: d ?? ('last' as const) } };
}

const every = (cycle: string) => {
  const period = cycles[cycle];
  return period && { due: { kind: 'every' as const, period } };
};
