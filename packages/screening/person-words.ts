/** What a text says about a person apart from numbers: where he lives, when he was born, how he fares. */
import { labelBeside, type Setting } from './setting.ts';
import type { Hit } from './types.ts';
import { saysNothing } from './labels.ts';

const place = (start: number, found: string): { start: number; end: number } => ({
  start,
  end: start + found.length,
});

const surname =
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文岩玉依俸鲍布尼艾普字]';
/** A person stands in this line, and not only people in general; a number that was found is one too. */
const somebody = new RegExp(
  `[,(] ?(?:男|女)(?:性)?[,) ]|姓名[: ]|(?:当事人|被处罚人|申请人|患者|户主|死者|村民|居民)(?:[: ]|${surname}[\\u4e00-\\u9fff·]{1,3}[,(、])|[\\u4e00-\\u9fff](?:先生|女士|同志)|\\uE000`,
);

const house =
  '[^,。;:\\s\\uE000]{2,40}?(?:(?:\\d{1,5}|[一二三四五六七八九十]{1,4})(?:号|村?民?小?组|组|栋|幢|座|单元|室|社|队|户))+(?:\\d{1,5}(?:号|室|栋|单元|户)?)?';
const livesAt = new RegExp(
  `(家庭住址|家庭地址|现住址|住址|住所地?|户籍所在地|户籍地址?|户籍|现住|居住地|居住在|居住于|家住|暂住|住在|(?<=[,(、 ])住(?![房宅院户建址所宿区店]))[:为于在 ]{0,3}(${house})`,
  'g',
);
/** Known by itself, without somebody in the line. */
const ofPerson = /^(?:家庭|现住|户籍|家住|暂住|住址|居住|住$)/;

const born =
  /(?:出生(?:于|日期|年月日?)?|生于|生日)[: 为]{0,3}((?:19|20)\d{2}(?:年|[-./])\d{1,2}(?:(?:月|[-./])(?:\d{1,2}日?)?)?)|((?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?)(?:出生|生(?![产效态活物意育日息成机长存]))/g;

const ill =
  /(?:身患|罹患|患有|患|确诊为?|诊断为|因患)([\u4e00-\u9fff]{1,10}?(?:病|症|癌|瘤|炎|中毒|综合征)|精神[\u4e00-\u9fff]{1,4}|艾滋病?|HIV)/g;
const degree =
  /(?:视力|听力|言语|肢体|智力|精神|多重)(?:残疾)?[一二三四1-4]级(?:残疾)?|残疾[一二三四1-4]级|[一二三四1-4]级(?:视力|听力|言语|肢体|智力|精神|多重)残疾/g;
const young =
  /(?:[\u4e00-\u9fff·*]{1,4}[,(] ?(?:男|女)[,) ]{0,2}|[\u4e00-\u9fff](?:某[某甲乙丙丁]?|\*{1,2})[,(]? ?)(\d{1,2}) ?周?岁(?!以|至|的)/g;
const walks = /(?:行动|活动|行程|出行|旅居)轨迹/g;

export function findPersonWords(setting: Setting): Hit[] {
  const { text } = setting;
  if (text.length > longest) return [];
  const person = somebody.test(text);
  const hits: Hit[] = [];
  for (const match of text.matchAll(livesAt)) {
    const [whole, word = '', found = ''] = match;
    if (ofPerson.test(word) || person)
      hits.push({
        kind: 'address',
        severity: 'review',
        ...place(match.index + whole.length - found.length, found),
        why: `“${word}”后写到了门牌、楼栋或村民小组。`,
      });
  }
  for (const match of text.matchAll(born)) {
    const found = match[1] ?? match[2]!;
    const day = /日|\d[-./]\d{1,2}[-./]\d/.test(found);
    hits.push({
      kind: 'birth-date',
      severity: day ? 'review' : 'note',
      ...place(match.index + match[0].indexOf(found), found),
      why: `写明了出生${day ? '日期' : '年月'}。`,
    });
  }
  if (person) {
    for (const match of text.matchAll(ill))
      hits.push({
        kind: 'health',
        severity: 'review',
        ...place(match.index, match[0]),
        why: '同一段写到了具体的人和所患疾病。',
      });
    for (const match of text.matchAll(degree))
      hits.push({
        kind: 'disability',
        severity: 'review',
        ...place(match.index, match[0]),
        why: '同一段写到了具体的人和残疾等级。',
      });
    for (const match of text.matchAll(walks))
      hits.push({
        kind: 'track',
        severity: 'review',
        ...place(match.index, match[0]),
        why: '同一段写到了具体的人和行踪轨迹。',
      });
  }
  for (const match of text.matchAll(young))
    if (Number(match[1]) < 18)
      hits.push({
        kind: 'minor',
        severity: 'review',
        ...place(match.index, match[0]),
        why: `写到了具体的人，年龄 ${Number(match[1]) < 14 ? '不满十四周岁' : '不满十八周岁'}。`,
      });
  return [...hits, ...besideLabels(setting)];
}

/** Characters; a paragraph of an official document is far shorter. */
const longest = 20_000;

const besides = {
  address: 'address',
  birth: 'birth-date',
  health: 'health',
  disability: 'disability',
  hardship: 'hardship',
  religion: 'religion',
  ethnicity: 'ethnicity',
  guardian: 'minor',
} as const;

/** Forms: label and value in cells side by side. */
function besideLabels(setting: Setting): Hit[] {
  const { row, text } = setting;
  if (row.heads || row.cells.length < 2) return [];
  const hits: Hit[] = [];
  for (const [c, cell] of row.cells.entries()) {
    if (c === 0 || (row.table?.columns[c]?.heading ?? '') !== '') continue;
    const value = text.slice(cell.start, cell.end);
    if (saysNothing(value) || value.trim().length < 2) continue;
    const beside = labelBeside(setting, cell.start);
    const label = beside?.labels.find((l) => l in besides);
    if (!beside || !label || /^地址$/.test(beside.word)) continue;
    hits.push({
      kind: besides[label as keyof typeof besides],
      severity: 'review',
      ...cell,
      why: `左边的栏目是“${beside.word}”。`,
    });
  }
  return hits;
}
