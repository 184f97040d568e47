/** A labelled document as a Word file, set as offices set it: runs split anywhere, titles centred, signature right. */
import { makeWord } from '../fixtures/zip.ts';
import type { SetLine } from './labelled.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const alignment: Partial<Record<SetLine['as'], string>> = { head: 'center', title: 'center', right: 'right' };
const red = '<w:color w:val="FF0000"/><w:sz w:val="52"/>';

function paragraph({ text, as }: SetLine): string {
  const middle = Math.ceil(text.length / 2);
  const properties = as === 'head' ? red : as === 'title' ? '<w:b/><w:sz w:val="44"/>' : '<w:sz w:val="32"/>';
  const runs = [text.slice(0, middle), text.slice(middle)].map(
    (part) =>
      `<w:r><w:rPr>${properties}</w:rPr>${escaped(part)
        .split('\t')
        .map((piece) => `<w:t xml:space="preserve">${piece}</w:t>`)
        .join('<w:tab/>')}</w:r>`,
  );
  const jc = alignment[as];
  return `<w:p><w:pPr>${jc ? `<w:jc w:val="${jc}"/>` : ''}</w:pPr>${runs.join('')}</w:p>`;
}

const row = (cells: readonly string[]): string =>
  `<w:tr>${cells.map((text) => `<w:tc>${paragraph({ text, as: 'body' })}</w:tc>`).join('')}</w:tr>`;

const box = (line: SetLine): string =>
  `<w:p><w:r><w:pict><v:shape xmlns:v="urn:v"><v:textbox><w:txbxContent>${paragraph(line)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;

export function setDocx(lines: readonly SetLine[]): Uint8Array {
  let body = '';
  for (const [i, line] of lines.entries()) {
    if (line.as === 'page-header') continue;
    if (line.as === 'row') {
      const starts = lines[i - 1]?.as !== 'row';
      const ends = lines[i + 1]?.as !== 'row';
      body += `${starts ? '<w:tbl>' : ''}${row(line.cells ?? [])}${ends ? '</w:tbl>' : ''}`;
    } else body += line.as === 'box' ? box(line) : paragraph(line);
    if (i % 3 === 1) body += '<w:p/>';
  }
  const header = lines.filter((l) => l.as === 'page-header').map(paragraph);
  return makeWord(body, header.length > 0 ? { header: header.join('') } : {});
}
