import { expect, it } from 'vitest';
import { contentDisposition, downloadNameOf } from './content-disposition.ts';

it('gives the extension in ASCII and the whole name encoded', () => {
  expect(contentDisposition('关于“春耕”的通知.docx')).toBe(
    `attachment; filename="download.docx"; filename*=UTF-8''%E5%85%B3%E4%BA%8E%E2%80%9C%E6%98%A5%E8%80%95%E2%80%9D%E7%9A%84%E9%80%9A%E7%9F%A5.docx`,
  );
});

it.each([`a'b"c;d=e\r\nX: y`, '(1)*.pdf', '文件', '𠮷.txt'])(
  'carries %j through a header unharmed',
  (name) => {
    const header = contentDisposition(name);
    expect(header).toMatch(/^[\x20-\x7e]+$/);
    expect(downloadNameOf(header)).toBe(name);
  },
);

it('survives half a character', () => {
  expect(downloadNameOf(contentDisposition('a\ud800.txt'))).toBe('a\ufffd.txt');
  expect(downloadNameOf(undefined)).toBeUndefined();
  expect(downloadNameOf('inline')).toBeUndefined();
});
