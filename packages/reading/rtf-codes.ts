/** Code pages and characters that RTF names. */
const byPage: Record<number, string> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  54936: 'gb18030',
  65001: 'utf-8',
};
const byCharset: Record<number, number> = { 128: 932, 129: 949, 134: 936, 136: 950, 204: 1251, 238: 1250 };

/** Label for TextDecoder. Files that name no page come from programs here, so it is theirs. */
export const encodingOfPage = (page: number): string =>
  byPage[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'gb18030');

/** Undefined when the font follows the page of the file. */
export const encodingOfCharset = (charset: number): string | undefined =>
  byCharset[charset] === undefined ? undefined : encodingOfPage(byCharset[charset]);

export const characters: ReadonlyMap<string, string> = new Map([
  ['tab', ' '],
  ['line', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
  ['nestcell', ' '],
  ['nestrow', '\n'],
  ['~', ' '],
  ['_', '-'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
]);
