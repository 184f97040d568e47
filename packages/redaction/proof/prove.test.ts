import { describe, expect, it } from 'vitest';
import { RedactionRefused } from '../removal.ts';
import { writeZip } from '../zip-write.ts';
import { leaksIn } from './prove.ts';

const identity = '990101199901010014';
const zip = (content: string | Uint8Array, name = 'word/document.xml') => writeZip([{ name, content }]);

describe('the check on a copy', () => {
  it.each([
    ['plain', `<w:t>${identity}</w:t>`],
    ['split over runs', '<w:t>9901011999</w:t></w:r><w:r><w:t>01010014</w:t>'],
    ['split over cells', '<w:p>9901011999</w:p></w:tc><w:tc><w:p>01010014</w:p>'],
    ['spaced and in full width', '<w:t>９９０１０１ 1999—0101\u200B0014</w:t>'],
    ['in character references', '<w:t>&#x39;90101199901010014</w:t>'],
    ['in an attribute', `<w:p w:rsid="${identity}"/>`],
    ['in a comment of the markup', `<!-- ${identity} -->`],
  ])('finds a number that is %s', (_, xml) => {
    expect(leaksIn('docx', zip(`<w:x>${xml}</w:x>`), [identity])).toEqual([identity]);
  });

  it.each(['utf16le', 'swapped', 'odd'])('finds it in a part in UTF-16, %s', (way) => {
    const bytes = Buffer.from(`号码${identity}张某某`, 'utf16le');
    const part =
      way === 'swapped'
        ? Buffer.from(bytes).swap16()
        : way === 'odd'
          ? Buffer.concat([Buffer.of(1), bytes])
          : bytes;
    expect(leaksIn('docx', zip(part), [identity, '张某某', '李某某'])).toEqual([identity, '张某某']);
  });

  it('finds it in the name of a part', () => {
    const named = zip('<x/>', `xl/worksheets/${identity}.xml`);
    expect(leaksIn('xlsx', named, [identity, 'Worksheets'])).toEqual([identity]);
  });

  it('finds a name in a text, but not over the border of two cells', () => {
    expect(leaksIn('txt', Buffer.from('\uFEFF到会：张 三\n'), ['张三'])).toEqual(['张三']);
    expect(leaksIn('txt', Buffer.from('张\t三'), ['张三'])).toEqual([]);
    expect(leaksIn('docx', zip('<w:t>张</w:t></w:p></w:tc><w:tc><w:t>三</w:t>'), ['张三'])).toEqual([]);
  });

  it('does not take sizes and styles for short texts that were cut', () => {
    expect(
      leaksIn('docx', zip('<w:sz w:val="12"/><w:jc w:val="center"/><w:t>甲</w:t>'), ['12', 'center']),
    ).toEqual([]);
  });

  it('does not read on over a block', () => {
    expect(leaksIn('txt', Buffer.from('张［已删减］三'), ['张三', '已删减'])).toEqual([]);
  });

  it('refuses a zip with anything between or behind its parts', () => {
    const file = zip('<x/>');
    const behind = Buffer.concat([file, Buffer.from(identity)]);
    expect(() => leaksIn('docx', behind, [])).toThrow(RedactionRefused);
    const at = Buffer.from(file).indexOf('PK\u0001\u0002');
    const between = Buffer.concat([file.subarray(0, at), Buffer.from(identity), file.subarray(at)]);
    expect(() => leaksIn('docx', between, [])).toThrow(RedactionRefused);
  });
});
