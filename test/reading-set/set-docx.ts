/** A labelled document as a Word file, set as offices set it: runs split anywhere, titles centred, signature right. */
import { makeZip } from '../fixtures/zip.ts';
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
  `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:200pt;height:40pt"><v:textbox><w:txbxContent>${paragraph(line)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (list: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const part = (name: string, kind: string): string =>
  `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;

export function setDocx(lines: readonly SetLine[]): Uint8Array {
  const header = lines.filter((l) => l.as === 'page-header').map(paragraph);
  const section = `<w:sectPr>${header.length > 0 ? `<w:headerReference xmlns:r="${office}" w:type="default" r:id="h"/>` : ''}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1587" w:header="851" w:footer="1400"/></w:sectPr>`;
  return makeZip([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('document', 'document.main')}${part('header1', 'header')}</Types>`,
    },
    { name: '_rels/.rels', content: relations([relation('d', 'officeDocument', 'word/document.xml')]) },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><w:document ${main}><w:body>${bodyOf(lines)}${section}</w:body></w:document>`,
    },
    { name: 'word/_rels/document.xml.rels', content: relations([relation('h', 'header', 'header1.xml')]) },
    {
      name: 'word/header1.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><w:hdr ${main}>${header.join('') || '<w:p/>'}</w:hdr>`,
    },
  ]);
}

function bodyOf(lines: readonly SetLine[]): string {
  let body = '';
  for (const [i, line] of lines.entries()) {
    if (line.as === 'page-header') continue;
    if (line.as === 'row') {
      const starts = lines[i - 1]?.as !== 'row';
      const ends = lines[i + 1]?.as !== 'row';
      body += `${starts ? '<w:tbl><w:tblPr/><w:tblGrid/>' : ''}${row(line.cells ?? [])}${ends ? '</w:tbl>' : ''}`;
    } else body += line.as === 'box' ? box(line) : paragraph(line);
    if (i % 3 === 1 && line.as !== 'row') body += '<w:p/>';
  }
  return body;
}
