/** Shared strings (ECMA-376 part 1, 18.4): the texts of all cells, once each; readings in small print are left out. */
import { walkXml } from './xml.ts';

export function readStrings(xml: string, deadline: number): string[] {
  const strings: string[] = [];
  let phonetic = 0;
  let inText = false;
  walkXml(
    xml,
    {
      open: (name) => {
        if (name === 'si') strings.push('');
        else if (name === 'rPh') phonetic++;
        inText = name === 't' && phonetic === 0;
      },
      close: (name) => {
        if (name === 'rPh') phonetic--;
        inText = false;
      },
      text: (text) => {
        if (inText && strings.length > 0) strings[strings.length - 1] += text;
      },
    },
    deadline,
  );
  return strings;
}
