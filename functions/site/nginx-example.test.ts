import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fileHeaders } from './response-headers.ts';

/** The headers of one block of the example, in lower case. */
function headersIn(block: string): Record<string, string> {
  const found = block.matchAll(/^\s*add_header (\S+) (?:"([^"]*)"|(\S+)) always;/gm);
  return Object.fromEntries(
    [...found].map(([, name, quoted, plain]) => [name!.toLowerCase(), quoted ?? plain!]),
  );
}

it('the example for nginx gives the headers the site itself gives', () => {
  const conf = readFileSync(new URL('../../docs/nginx.conf', import.meta.url), 'utf8');
  const blockOf = (location: string): string => conf.split(`location ${location} {`)[1]!.split('\n    }')[0]!;
  const ours = (key: string, file: { contentType: string; downloadName?: string }) => {
    const {
      etag: _,
      'content-type': __,
      'content-disposition': ___,
      ...rest
    } = Object.fromEntries(fileHeaders(key, file, '"x"'));
    return rest;
  };
  const page = { contentType: 'text/html; charset=utf-8' };
  expect(headersIn(conf.split('\n    location')[0]!)).toEqual(ours('index.html', page));
  expect(ours('embed/all.html', page)).toMatchObject(headersIn(blockOf('/embed/')));
  const pdf = { contentType: 'application/pdf', downloadName: '表.pdf' };
  expect(ours('files/d1/0/1.pdf', pdf)).toMatchObject(headersIn(blockOf('~ ^/files/.*\\.pdf$')));
  const download = { contentType: 'application/octet-stream', downloadName: '表.xlsx' };
  expect(ours('files/d1/0/1.xlsx', download)).toMatchObject(headersIn(blockOf('~ ^/files/.*(?<!\\.html)$')));
});
