/** Plain text, and tables as plain text: values with commas, tabs or semicolons between them. */
import Papa from 'papaparse';
import { lineBlocks, rowBlock } from './blocks.ts';
import { decodeText } from './encoding.ts';
import { Refusal } from './refusal.ts';
import { refuseUnsupported } from './unsupported.ts';
import type { Block, Content } from './types.ts';

const delimiters = [',', '\t', ';', '|', '，'];
/** Lines that are looked at to tell a table. */
const sample = 50;
const sentence = /[。；]\s*$/;

/** Throws {@link Refusal}. */
export function textOfFile(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text === undefined) return refuseUnsupported(null);
  if (text.trim() === '') throw new Refusal('empty');
  return text;
}

export function readTxt(bytes: Uint8Array): Content {
  const blocks: Block[] = [];
  let table = 0;
  for (const block of lineBlocks(textOfFile(bytes))) {
    if (block.kind !== 'row') blocks.push(block);
    else blocks.push({ ...block, table: blocks.at(-1)?.kind === 'row' ? table : ++table });
  }
  if (blocks.length === 0) throw new Refusal('empty');
  return { blocks, hidden: [], problems: [] };
}

export function readCsv(bytes: Uint8Array): Content {
  const text = textOfFile(bytes);
  const blocks = parse(text, delimiterOf(text) ?? ',').flatMap((cells): Block[] =>
    cells.length > 1 ? [{ ...rowBlock(cells), table: 1 }] : lineBlocks(cells.join('')),
  );
  return { blocks: blocks.filter((b) => b.text.trim() !== ''), hidden: [], problems: [] };
}

/**
 * What stands between the values, when all lines have as many of them as the others, but for single lines above and
 * below; undefined for running text.
 */
export function delimiterOf(text: string): string | undefined {
  return delimiters.find((delimiter) => {
    const rows = parse(text, delimiter, sample);
    // A sentence before empty values is a line of text in a sheet that is saved with all its columns.
    if (rows.some((cells) => cells.at(-1) !== '' && cells.some((cell) => sentence.test(cell)))) return false;
    const widths = rows.filter((cells) => cells.join('').trim() !== '').map((cells) => cells.length);
    const first = widths.findIndex((width) => width > 1);
    const table = widths.slice(first, widths.findLastIndex((width) => width > 1) + 1);
    return first >= 0 && table.length > 1 && table.length * 2 > widths.length && new Set(table).size === 1;
  });
}

const parse = (text: string, delimiter: string, preview = 0): string[][] =>
  Papa.parse<string[]>(text, { delimiter, preview }).data;
