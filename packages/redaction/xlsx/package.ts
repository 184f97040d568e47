/** The package of a workbook, written anew. */
import { escaped, xmlHead } from '../docx/tree.ts';
import type { Part } from '../zip-write.ts';
import { spreadsheet } from './write-sheet.ts';

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function workbookPackage(
  sheets: readonly { name: string; xml: string }[],
  styles: string,
  date1904: boolean,
): Part[] {
  const files = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const listed = sheetNames(sheets.map((s) => s.name)).map(
    (name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const links = files.map((file, i) => link(`rId${i + 1}`, 'worksheet', file));
  const types = [
    override('workbook.xml', 'sheet.main'),
    override('styles.xml', 'styles'),
    ...files.map((file) => override(file, 'worksheet')),
  ];
  return [
    {
      name: '[Content_Types].xml',
      content: `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    },
    { name: '_rels/.rels', content: relationships([link('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      content: `${xmlHead}<workbook xmlns="${spreadsheet}" xmlns:r="${relationship}">${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([...links, link(`rId${files.length + 1}`, 'styles', 'styles.xml')]),
    },
    { name: 'xl/styles.xml', content: styles },
    ...sheets.map(({ xml }, i) => ({ name: `xl/${files[i]}`, content: xml })),
  ];
}

const override = (file: string, type: string): string =>
  `<Override PartName="/xl/${file}" ContentType="${content}.${type}+xml"/>`;
const link = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relationship}/${type}" Target="${target}"/>`;
const relationships = (links: readonly string[]): string =>
  `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`;

const longestName = 31;

/** Excel takes no two sheets of one name, however written, and some characters not at all. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, i) => {
    const clean = name.replaceAll(/[[\]:*?/\\]/g, ' ').trim();
    const short = clean.slice(0, longestName) || `表${i + 1}`;
    const free = taken.has(short.toLowerCase()) ? `${short.slice(0, longestName - 6)} (${i + 1})` : short;
    taken.add(free.toLowerCase());
    return free;
  });
}
