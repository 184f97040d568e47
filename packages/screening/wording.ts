/** Words that only a person can judge: told once for a document. */
import type { FindingKind, Hit } from './types.ts';

interface Watch {
  kind: FindingKind;
  pattern: RegExp;
  /** Not told where this stands in the document. */
  unless?: RegExp;
  why: string;
}

const watches: readonly Watch[] = [
  {
    kind: 'map',
    pattern: /(?:附图|示意图|区位图|位置图|规划图|分布图|现状图|地形图|影像图|行政区划图)(?!书)/,
    unless: /审图号/,
    why: '提到了地图一类的图，文中没有审图号；公开地图应当使用标准地图或者经过审核。',
  },
  {
    kind: 'wording',
    pattern:
      /台湾(?:当局|政府|总统|总统府|行政院|立法院|国)|(?:中国|大陆|中)(?:和|与|、)(?:台湾|台|香港|港|澳门)|中华民国|中台|中港|(?:香港|澳门|台湾)等国|国家和地区[^。]{0,10}台湾|(?:国外|境外|海外)[^。,]{0,6}(?:香港|澳门|台湾)/,
    why: '涉及港澳台的表述，请人工核对用语是否规范。',
  },
  {
    kind: 'wording',
    pattern: /总书记|国家主席|国务院总理|省委书记|州委书记|市委书记|县委书记|省长|州长|市长|县长/,
    why: '提到了领导人或者领导职务，请人工核对姓名、职务和排序。',
  },
];

/** The first place of each in the lines of a document. */
export function findWording(lines: readonly string[]): { line: number; hit: Hit }[] {
  return watches.flatMap(({ kind, pattern, unless, why }) => {
    const line = lines.findIndex((text) => pattern.test(text));
    if (line < 0 || (unless && lines.some((text) => unless.test(text)))) return [];
    const match = pattern.exec(lines[line]!)!;
    const hit: Hit = { kind, severity: 'note', start: match.index, end: match.index + match[0].length, why };
    return [{ line, hit }];
  });
}
