import { describe, expect, it } from 'vitest';
import { makeZip } from '../../test/fixtures/zip.ts';
import { Refusal } from './refusal.ts';
import { openZip } from './zip.ts';

const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'read';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

describe('a zip file', () => {
  it('gives its entries', () => {
    const zip = openZip(makeZip([{ name: '目录/a.xml', content: '内容' }]));
    expect(zip.names).toEqual(['目录/a.xml']);
    expect(Buffer.from(zip.read('目录/a.xml')!).toString()).toBe('内容');
    expect(zip.read('b')).toBeUndefined();
  });

  const bomb = new Uint8Array(40 * 1024 * 1024);
  it.each([
    ['a bomb', makeZip([{ name: 'a', content: bomb }]), 'too-large'],
    ['a bomb that says it is small', makeZip([{ name: 'a', content: bomb, statedSize: 10 }]), 'damaged'],
    ['a size beyond every limit', makeZip([{ name: 'a', content: 'x', statedSize: 2 ** 31 }]), 'too-large'],
    ['a size that is too great', makeZip([{ name: 'a', content: 'x', statedSize: 9 }]), 'damaged'],
    ['an encrypted entry', makeZip([{ name: 'a', content: 'x', flags: 1 }]), 'encrypted'],
    ['one name twice', makeZip(['1', '2'].map((content) => ({ name: 'a', content }))), 'damaged'],
    [
      'too many entries',
      makeZip(Array.from({ length: 6000 }, (_, i) => ({ name: `${i}`, content: '' }))),
      'too-large',
    ],
    [
      'an end without a directory',
      Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18, 1)]),
      'damaged',
    ],
  ])('is refused with %s', (_, bytes, code) => {
    expect(codeOf(() => openZip(bytes).read('a'))).toBe(code);
  });

  it('is refused when a byte of its content was changed', () => {
    const bytes = makeZip([{ name: 'a', content: '0123456789'.repeat(50) }]);
    bytes[35]! ^= 0xff;
    expect(codeOf(() => openZip(bytes).read('a'))).toBe('damaged');
  });
});
