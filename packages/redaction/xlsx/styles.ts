/** Formats of cells as a copy keeps them: fonts, fills, borders, alignments and harmless number formats. */
import { walkXml } from '@gongkai/reading/xml.ts';
import { escaped, xmlHead } from '../docx/tree.ts';

const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const kept = new Set(
  'styleSheet numFmts numFmt fonts font b i u strike sz color name family charset fills fill patternFill fgColor bgColor borders border left right top bottom start end diagonal cellStyleXfs cellXfs xf alignment'.split(
    ' ',
  ),
);
const keptAttributes = new Set(
  'count numFmtId formatCode val rgb theme tint indexed auto patternType style diagonalUp diagonalDown fontId fillId borderId xfId applyNumberFormat applyFont applyFill applyBorder applyAlignment horizontal vertical wrapText indent textRotation shrinkToFit'.split(
    ' ',
  ),
);
/** No words of its own: a format may write a text in front of every number. */
const harmlessFormat = /^(General|[#0?.,%/+:;_ ()*\\$¥￥yYmMdDhHsSAPaEe年月日时分秒元万"@[\]-])*$/;
export const plainStyles = `${xmlHead}<styleSheet xmlns="${space}"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>`;

/** The part with only what {@link kept} names. */
export function cleanStyles(xml: string, deadline: number): string {
  if (xml === '') return plainStyles;
  const out: string[] = [];
  let skipped = 0;
  walkXml(
    xml,
    {
      open: (name, given) => {
        if (skipped > 0 || !kept.has(name)) skipped++;
        else
          out.push(
            `<${name}${name === 'styleSheet' ? ` xmlns="${space}"` : ''}${attributesOf(name, given)}>`,
          );
      },
      close: (name) => {
        if (skipped > 0) skipped--;
        else out.push(`</${name}>`);
      },
    },
    deadline,
  );
  return xmlHead + out.join('');
}

function attributesOf(name: string, given: Record<string, string>): string {
  return Object.entries(given)
    .filter(([key]) => keptAttributes.has(key) || (name === 'name' && key === 'val'))
    .map(([key, value]) =>
      key === 'formatCode' && !harmlessFormat.test(value) ? [key, 'General'] : [key, value],
    )
    .map(([key, value]) => ` ${key}="${escaped(value!)}"`)
    .join('');
}
