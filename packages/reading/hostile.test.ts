import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formBomb } from '../../test/fixtures/documents.ts';
import { makeOfd, ofdPart, ofdText } from '../../test/fixtures/ofd.ts';
import { line, rawPdf, stream } from '../../test/fixtures/raw-pdf.ts';
import { png } from '../../test/fixtures/scans.ts';
import { readDocument } from './read-document.ts';

/** A content stream of 200 MB that packs into 200 KB. */
const flateBomb = (): Uint8Array => {
  const packed = deflateSync(Buffer.alloc(200 * 1024 * 1024, 'q Q\n'), { level: 9 });
  return rawPdf({
    pages: [{ content: '', entries: '/Contents 100 0 R' }],
    objects: { 100: stream(packed, '/Filter /FlateDecode') },
  });
};

const onePage = (content: string): Uint8Array => rawPdf({ pages: [{ content }] });

const pageInCircle = (): Uint8Array => {
  const file = Buffer.from(onePage(line('text', 50, 700))).toString('latin1');
  return Buffer.from(file.replace('/Kids [10 0 R]', '/Kids [2 0 R] '), 'latin1');
};

const hugePage = (): Uint8Array =>
  Buffer.from(
    Buffer.from(onePage('q 1 g 0 0 900000 900000 re f Q ' + line('text', 50, 700)))
      .toString('latin1')
      .replaceAll('/MediaBox [0 0 595 842]', '/MediaBox [0 0 1e6 9e5]'),
    'latin1',
  );

const circularTemplates = (): Uint8Array =>
  makeOfd({
    pages: ['<ofd:CompositeObject ResourceID="7" Boundary="0 0 9 9"/>' + ofdText('正文', 30, 40)],
    common: '<ofd:DocumentRes>Res.xml</ofd:DocumentRes>',
    parts: {
      'Doc_0/Res.xml': ofdPart(
        'Res',
        '<ofd:CompositeGraphicUnit ID="7"><ofd:Content><ofd:CompositeObject ResourceID="7" Boundary="0 0 9 9"/></ofd:Content></ofd:CompositeGraphicUnit>',
      ),
    },
  });

const limits = { timeoutMs: 15_000, ocr: { pictures: 2, timeoutMs: 10_000 } };

describe('hostile files are read or refused, with a reason, and the reader goes on', () => {
  const cases: [what: string, make: () => Uint8Array, ends: (string | true)[]][] = [
    ['a PDF stream that inflates a thousandfold', flateBomb, ['too-large', 'too-slow', 'no-text']],
    ['PDF forms that draw forms', formBomb, ['too-large', 'too-slow']],
    ['a PDF cut off', () => onePage(line('text', 50, 700)).subarray(0, 900), ['damaged', 'no-text', true]],
    ['a PDF whose pages go in a circle', pageInCircle, ['damaged', 'no-text', true]],
    ['a PDF page of a square kilometre', hugePage, [true]],
    ['an OFD unit that contains itself', circularTemplates, [true]],
    [
      'a picture of 10,000 by 10,000 points',
      () => png({ width: 10_000, height: 10_000, points: new Uint8Array(1e8) }),
      ['no-text', 'too-large', 'too-slow'],
    ],
  ];
  it.each(cases)(
    '%s',
    async (_, make, ends) => {
      const result = await readDocument(make(), limits);
      expect(ends).toContain(result.ok || result.code);
      expect(result.ok ? '请' : result.message).toContain('请');
      await expect(readDocument(onePage(line('next file', 50, 700)))).resolves.toMatchObject({
        text: 'next file',
      });
    },
    120_000,
  );
});
