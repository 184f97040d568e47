/** What the text in a group of an RTF file is; groups not named here belong to the text around them. */
import type { Destination } from './flow.ts';

export interface RtfDestination extends Destination {
  /** Formatting, or data that is no text. */
  skip?: true;
}

const skipped =
  'fonttbl colortbl stylesheet listtable listoverridetable generator themedata colorschememapping latentstyles datastore pict nonshppict objdata xmlnstbl rsidtbl mmathPr pgdsctbl bkmkstart bkmkend filetbl pnseclvl blipuid picprop objclass objname fchars lchars ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn panose falt fontemb ud0 background shprslt defchp defpap wgrffmtfilter xmlopen atnref atnparent atrfstart atrfend sn'.split(
    ' ',
  );
const properties =
  'title subject author manager company operator category keywords comment doccomm hlinkbase propname staticval'.split(
    ' ',
  );

const header: Destination = { part: 'header' };
const footer: Destination = { part: 'footer' };
const property: Destination = { hidden: 'property', place: '文档属性' };

export const destinations: ReadonlyMap<string, RtfDestination> = new Map<string, RtfDestination>([
  ...skipped.map((word) => [word, { skip: true }] as const),
  ...properties.map((word) => [word, property] as const),
  ...['header', 'headerl', 'headerr', 'headerf'].map((word) => [word, header] as const),
  ...['footer', 'footerl', 'footerr', 'footerf'].map((word) => [word, footer] as const),
  ['footnote', { part: 'note' }],
  ['shptxt', { part: 'box' }],
  ['dptxbxtext', { part: 'box' }],
  ['annotation', { hidden: 'comment', place: '批注' }],
  ['atnauthor', { hidden: 'property', place: '批注和修订的作者' }],
  ['atnid', { hidden: 'property', place: '批注和修订的作者' }],
  ['revtbl', { hidden: 'property', place: '批注和修订的作者' }],
  ['fldinst', { hidden: 'field', place: '域代码' }],
  ['sv', { hidden: 'alternative', place: '图片或文本框的替代文字' }],
]);

/** A group marked `\*` whose word is unknown: a reader may pass over it, so what it says is not seen. */
export const unknownStarred: Destination = { hidden: 'other-part', place: '文件内部' };
