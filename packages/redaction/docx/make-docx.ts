/** A Word file made anew from text: for formats that cannot be redacted in place. Body text as GB/T 9704 sets it. */
import { cellsOf, type Block } from '../cut-blocks.ts';
import { writeZip } from '../zip-write.ts';
import { wordPackage } from './package.ts';
import { escaped, xmlHead } from './tree.ts';

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** GB/T 9704-2012, 5.2: A4, 37 mm above, 35 below, 28 left, 26 right; 3号仿宋 is 16 points, lines 28 apart. */
const page =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
const styles = `${xmlHead}<w:styles ${space}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:style></w:styles>`;
const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
  .join('');

export function makeDocx(blocks: readonly Block[]): Uint8Array {
  const out: string[] = [];
  for (let i = 0; i < blocks.length;) {
    const block = blocks[i]!;
    if (block.kind === 'row') {
      const rows = tableFrom(blocks, i);
      out.push(table(rows.map(cellsOf)));
      i += rows.length;
    } else {
      out.push(paragraph(block.text, block.kind === 'heading' ? '<w:b/>' : ''));
      i++;
    }
  }
  const document = `${xmlHead}<w:document ${space}><w:body>${out.join('')}${page}</w:body></w:document>`;
  return writeZip(wordPackage(document, [{ type: 'styles', id: 'rId1', file: 'styles.xml', xml: styles }]));
}

/** The rows that belong together, from the first on. */
export function tableFrom(blocks: readonly Block[], first: number): Block[] {
  const { table: number } = blocks[first]!;
  let end = first;
  while (blocks[end]?.kind === 'row' && blocks[end]!.table === number) end++;
  return blocks.slice(first, end);
}

const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

/** A paragraph stands behind every table: two without one would grow together. */
function table(rows: readonly string[][]): string {
  const width = Math.max(...rows.map((cells) => cells.length));
  const row = (cells: readonly string[]): string =>
    `<w:tr>${Array.from({ length: width }, (_, i) => `<w:tc>${paragraph(cells[i] ?? '', '<w:sz w:val="21"/>')}</w:tc>`).join('')}</w:tr>`;
  const grid = '<w:gridCol/>'.repeat(width);
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${border}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map(row).join('')}</w:tbl><w:p/>`;
}
