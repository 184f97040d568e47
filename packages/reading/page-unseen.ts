/** Text that is drawn on a page but does not show: why, and how people are told. */
import type { Hidden } from './types.ts';

export type Why =
  /** Beyond the page's visible area. */
  | 'outside'
  | 'tiny'
  /** Drawn in a mode that leaves no mark. */
  | 'unpainted'
  /** Something was drawn over it later. */
  | 'covered'
  /** Nearly white or transparent, or near the colour of what lies beneath. */
  | 'pale'
  /** Switched off or cut off. */
  | 'optional';

/** `layer`: not painted itself, but a picture of the whole page shows something there, as in scans with text. */
export type Sight = 'seen' | 'layer' | Why;

export interface Unseen {
  text: string;
  why: Why;
}

interface Page {
  /** From 1. */
  number: number;
  unseen: readonly Unseen[];
}

const reason: Record<Why, string> = {
  covered: '被遮盖的文字',
  pale: '与底色相同的文字',
  tiny: '过小的文字',
  outside: '页面之外的文字',
  unpainted: '不显示的文字',
  optional: '不显示的文字',
};

export const unseenHidden = ({ number, unseen }: Page): Hidden[] =>
  unseen.map(({ text, why }) => ({ kind: 'invisible', text, place: `第 ${number} 页${reason[why]}` }));

export function unseenProblems(pages: readonly Page[]): string[] {
  const covered = pages.filter((p) => p.unseen.some((u) => u.why === 'covered'));
  const others = pages.filter((p) => p.unseen.some((u) => u.why !== 'covered'));
  return [
    ...aboutPages(
      covered,
      '的黑框或图片下面仍有文字，能被复制出来：遮盖不是删除。请用脱敏功能真正删除这些文字。',
    ),
    ...aboutPages(others, '有看不见的文字（与底色相同、过小、在页面之外或不显示），请核对后删除。'),
  ];
}

/** What a machine read may be wrong in any character. */
export const recognisedProblems = (pages: readonly { number: number }[]): string[] =>
  aboutPages(pages, '为扫描图片，文字由机器识别，请对照原件核对。');

/** So may the text that came with the scan. */
export const layerProblems = (pages: readonly { number: number }[]): string[] =>
  aboutPages(pages, '为扫描图片，文字由扫描软件识别，请对照原件核对。');

const mostNamed = 10;

/** One sentence that names the pages; none when there are none. */
export function aboutPages(pages: readonly { number: number }[], says: string): string[] {
  if (pages.length === 0) return [];
  const named = pages.slice(0, mostNamed).map((p) => p.number);
  const rest = pages.length > mostNamed ? `等 ${pages.length} ` : ' ';
  return [`第 ${named.join('、')}${rest}页${says}`];
}
