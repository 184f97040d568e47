/** A labelled document as a web page and as RTF. */
import type { SetLine } from './labelled.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const align: Record<SetLine['as'], string> = {
  head: 'center',
  title: 'center',
  right: 'right',
  row: 'left',
  'page-header': 'center',
  box: 'left',
  body: 'justify',
};

/** Rows that follow each other are one table. */
function grouped(
  lines: readonly SetLine[],
  row: (line: SetLine) => string,
  table: (rows: string) => string,
  other: (line: SetLine) => string,
): string {
  let made = '';
  let rows = '';
  for (const [i, line] of lines.entries()) {
    if (line.as !== 'row') {
      made += other(line);
      continue;
    }
    rows += row(line);
    if (lines[i + 1]?.as === 'row') continue;
    made += table(rows);
    rows = '';
  }
  return made;
}

export function setHtml(lines: readonly SetLine[]): Uint8Array {
  const body = grouped(
    lines,
    (line) => `<tr>${(line.cells ?? []).map((c) => `<td><p>${escaped(c)}</p></td>`).join('')}</tr>\n`,
    (rows) => `<table><tbody>\n${rows}</tbody></table>\n`,
    ({ text, as }) =>
      `<p style="text-align:${align[as]};line-height:30pt"><span style="font-family:仿宋">${escaped(text)}</span></p>\n`,
  );
  return new TextEncoder().encode(
    `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>示范县人民政府</title><style>p{margin:0}</style><script>var a='机密';</script></head>\n<body><div id="zoom">\n${body}</div></body></html>\n`,
  );
}

const rtfText = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => {
    const code = text.charCodeAt(i);
    if (code < 0x80) return /[\\{}]/.test(text[i]!) ? `\\${text[i]}` : text[i] === '\t' ? '\\tab ' : text[i];
    return `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
  }).join('');

export function setRtf(lines: readonly SetLine[]): Uint8Array {
  const quad: Record<string, string> = { center: '\\qc', right: '\\qr', left: '\\ql', justify: '\\qj' };
  const header = lines.filter((l) => l.as === 'page-header');
  const body = grouped(
    lines.filter((l) => l.as !== 'page-header'),
    (line) => {
      const cells = line.cells ?? [];
      const edges = cells.map((_, i) => `\\cellx${(i + 1) * 2000}`).join('');
      return `\\trowd${edges}\n${cells.map((c) => `\\pard\\intbl ${rtfText(c)}\\cell`).join('')}\\row\n`;
    },
    (rows) => rows,
    ({ text, as }) => `\\pard${quad[align[as]]}\\fs32 ${rtfText(text)}\\par\n`,
  );
  const above =
    header.length > 0 ? `{\\header ${header.map((l) => `\\pard\\qc ${rtfText(l.text)}\\par`).join('')}}` : '';
  return new TextEncoder().encode(
    `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 FangSong;}}\n${above}${body}}`,
  );
}
