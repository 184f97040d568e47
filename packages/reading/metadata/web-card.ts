/**
 * What a web copy carries around its document: the table of facts above it (索引号, 发文机关, …; PLAT61 and local
 * practice), the path of the page, its buttons. None of it is the document; the facts help where the document is silent.
 */
import { compact } from '../clean.ts';
import { addresseeEnd } from './addressee-line.ts';
import { isOrganName } from './organ-name.ts';
import { type Line, place, type Place } from './line.ts';

const labels = {
  title: ['标题', '名称', '信息名称', '文件名称', '公文标题', '文件标题'],
  number: ['发文字号', '文号', '文件编号', '文件号', '公文文号', '发文号', '文件字号', '发文文号'],
  issuer: [
    '发文机关',
    '发文机构',
    '发布机构',
    '发文单位',
    '发布单位',
    '制发机关',
    '制定机关',
    '公开主体',
    '责任部门',
  ],
  written: ['成文日期', '生成日期', '形成日期', '制发日期', '成文时间', '生成时间'],
  sent: ['发文日期', '印发日期', '发文时间', '签发日期'],
  mark: ['公开方式', '公开属性', '公开形式', '信息公开方式', '公开类别'],
  subject: [
    '主题分类',
    '信息分类',
    '主题类别',
    '公文目录',
    '公开目录',
    '组配分类',
    '体裁分类',
    '服务对象分类',
    '分类',
  ],
  other: [
    '索引号',
    '索引',
    '信息索引',
    '信息索引号',
    '来源',
    '信息来源',
    '文章来源',
    '作者',
    '编辑',
    '责任编辑',
    '发布日期',
    '发布时间',
    '公开日期',
    '公开时间',
    '公布日期',
    '更新日期',
    '更新时间',
    '生效日期',
    '生效时间',
    '实施日期',
    '废止日期',
    '废止时间',
    '失效日期',
    '失效时间',
    '归档时间',
    '日期',
    '时间',
    '主题词',
    '关键词',
    '关键字',
    '有效性',
    '时效性',
    '时效',
    '效力状态',
    '有效期',
    '体裁',
    '公文种类',
    '文种',
    '公开范围',
    '公开时限',
    '公开责任部门',
    '内容概述',
    '概述',
    '摘要',
    '阅读次数',
    '浏览次数',
    '浏览量',
    '访问量',
    '访问次数',
    '点击数',
    '点击量',
    '点击率',
    '阅读量',
    '阅读',
    '字体',
    '字体大小',
    '字号',
    '视力保护色',
    '分享',
    '分享到',
    '我要纠错',
    '语音播报',
    '朗读',
  ],
} as const;
type Fact = keyof typeof labels;
export type Card = Partial<Record<Exclude<Fact, 'other'>, Place<string>>>;

const spaced = (word: string): string => Array.from(word).join('[ \\u3000]*');
const factOf = new Map<string, Fact>(
  Object.entries(labels).flatMap(([fact, words]) => words.map((word) => [word, fact as Fact] as const)),
);
const allLabels = [...factOf.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map(spaced)
  .join('|');
const pair = new RegExp(`[\\[【•·●○◆■\\s\\u3000]*(${allLabels})[\\]】]?[ \\u3000]*[:：]`, 'gu');
const startsWithLabel = new RegExp(`^[\\[【•·●○◆■\\s\\u3000]*(?:${allLabels})[\\]】]?[ \\u3000]*[:：]`, 'u');

const button =
  '打印|打印本页|打印文章|关闭|关闭窗口|关闭本页|返回|返回顶部|返回首页|收藏|下载|下载文件|文件下载|附件下载|分享|分享到[:：]?|纠错|我要纠错|复制链接|大|中|小|A\\+|A-|登录|注册|简体|繁体|无障碍|网站地图|联系我们|关于我们|首页';
const buttons = new RegExp(`^[\\[【(]?(?:(?:${button})[|\\s\\]】)\\[【(]*)+$`);
const noise =
  /^(?:首页[>》›»/|]|(?:您?的?(?:当前|现在|所在)的?)?位置[:：是]|[【[(]?(?:字体|字号)(?:大小)?[:：]|扫一扫|(?:上|下)一[篇条][:：]|相关(?:链接|文档|解读|新闻|阅读)[:：]?$|责任编辑[:：]|(?:主办|承办)(?:单位)?[:：]|版权所有|网站标识码|(?:政策|相关)?(?:图解|解读)[:：])|ICP备\d|公网安备\d|来源[:：].*(?:日期|时间)[:：]|^(?:政务公开|政府信息公开|信息公开|政策文件|通知公告|规范性文件|公示公告|公告公示|其他文件|政府文件|部门文件|法定主动公开内容|信息浏览|公开信息内容|政府信息公开目录|正文)$|^[^关于]{2,16}(?:门户网站|政府网)$|^\d{4}-\d{1,2}-\d{1,2}\d{1,2}:\d{2}/;

/** Chrome of a page: its path, buttons and footer. */
export function isPageNoise(text: string): boolean {
  const plain = compact(text);
  return plain.length < 200 && (noise.test(plain) || buttons.test(plain));
}

/** Where the facts may stand: no page puts more lines above its document. */
const within = 60;

export function readCard(lines: readonly Line[]): { card: Card; used: Set<number> } {
  const card: Card = {};
  const used = new Set<number>();
  const keep = (fact: Fact, value: string, line: Line): void => {
    const text = value.replaceAll(/^[\s\u3000]+|[\s\u3000]+$/g, '');
    if (fact !== 'other' && text !== '' && card[fact] === undefined) card[fact] = place(text, line, 'likely');
  };
  for (const [i, line] of lines.slice(0, within).entries()) {
    const pairs = line.cells && line.cells.length > 1 ? cellPairs(line.cells) : textPairs(line.text);
    if (pairs === undefined) {
      if (/[。；]/.test(line.text) || addresseeEnd(line.text) !== undefined) break;
      continue;
    }
    used.add(line.line);
    for (const { fact, value } of pairs) keep(fact, value, line);
    const last = pairs.at(-1);
    const below = lines[i + 1];
    if (last?.value === '' && below && fits(last.fact, below.text)) {
      used.add(below.line);
      keep(last.fact, below.text, below);
    }
  }
  return used.size > 1 || card.number || card.mark ? { card, used } : { card: {}, used };
}

interface Pair {
  fact: Fact;
  value: string;
}

const factNamed = (text: string): Fact | undefined =>
  factOf.get(compact(text).replaceAll(/^[[【]|[\]】]$|[:：]$/g, ''));

/** Label and value in cells of their own, or both in one. */
function cellPairs(cells: readonly string[]): Pair[] | undefined {
  const pairs: Pair[] = [];
  for (let i = 0; i < cells.length; i++) {
    const fact = factNamed(cells[i]!);
    if (fact !== undefined) pairs.push({ fact, value: cells[++i] ?? '' });
    else pairs.push(...(textPairs(cells[i]!) ?? []));
  }
  const filled = cells.filter((c) => c !== '').length;
  return pairs.length > 0 && pairs.length * 2 >= filled - 1 ? pairs : undefined;
}

/** `索引号：0152/2026-12 发布机构：县民政局 生成日期：` */
function textPairs(text: string): Pair[] | undefined {
  if (text.length > 500 || !startsWithLabel.test(text)) return undefined;
  const found = [...text.matchAll(pair)];
  return found.map((match, i) => ({
    fact: factNamed(match[1]!) ?? 'other',
    value: text.slice(match.index + match[0].length, found[i + 1]?.index ?? text.length).trim(),
  }));
}

/** Whether the line below a bare label can be its value, and not already the title. */
function fits(fact: Fact, text: string): boolean {
  if (startsWithLabel.test(text) || text.length > 60) return fact === 'title' && text.length < 150;
  if (fact === 'title') return true;
  if (fact === 'issuer') return isOrganName(text) || /网站?$/.test(text);
  return /^[\d\s:：\-—–/年月日.A-Za-z〔〕[\]号\p{Script=Han}]*\d[\d\s:：\-—–/年月日.A-Za-z〔〕[\]号]*$/u.test(
    text,
  );
}
