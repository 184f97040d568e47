import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readLineJsonSchema } from '@gongkai/cli/read-line.ts';
import { makeDocx, makePdf, officialDocuments } from '../fixtures/documents.ts';
import { temporaryFolder } from '../support/trial.ts';
import { gongkai, linesOf } from './gongkai.ts';

const of = (id: string) => officialDocuments.find((d) => d.id === id)!;
const notice = of('care-allowance');
const { secret: _, ...metadata } = notice.expected;

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder();
  for (const [name, body] of Object.entries(files)) writeFileSync(join(folder, name), body);
  return folder;
}

describe('gongkai read --json', () => {
  it('gives one line per file, of exactly the promised shape, whatever the type', async () => {
    const cwd = folderWith({
      'a.txt': notice.text,
      'b.docx': await makeDocx(notice.text),
      'c.pdf': await makePdf(notice.text),
    });
    const ran = await gongkai(['read', '--json', 'a.txt', 'b.docx', 'c.pdf'], { cwd });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(linesOf(ran)).toMatchObject(
      ['a.txt', 'b.docx', 'c.pdf'].map((file) => ({
        file,
        type: file.slice(2),
        text: expect.stringContaining('年满80周岁的老年人') as string,
        problems: [],
        particulars: {
          kind: { value: '通知' },
          addressees: { value: ['各乡镇人民政府', '街道办事处', '县直有关部门'] },
          printed: { value: { by: '示范县人民政府办公室', date: '2026-09-14' } },
          fields: expect.arrayContaining([expect.objectContaining({ id: 'elderly-care' })]) as unknown,
        },
        contradictions: [],
      })),
    );
    for (const line of linesOf(ran)) {
      expect(line).toHaveProperty('metadata', metadata);
      expect(Object.keys(line as object).slice(0, 6)).toEqual([
        'file',
        'type',
        'text',
        'metadata',
        'hidden',
        'problems',
      ]);
    }
  });

  it('conforms to the schema of docs/read.schema.json, which is made from the code', async () => {
    const schema = `${JSON.stringify(readLineJsonSchema(), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot('../../docs/read.schema.json');
    const documented = z.fromJSONSchema(JSON.parse(schema) as Parameters<typeof z.fromJSONSchema>[0]);
    const cwd = folderWith({
      'secret.txt': of('secret-paper').text,
      'list.docx': await makeDocx(of('subsidy-list').text),
      'bad.bin': Uint8Array.from({ length: 200 }, (_, i) => i % 7),
    });
    const ran = await gongkai(['read', '--json', 'secret.txt', 'list.docx', 'bad.bin'], { cwd });
    expect(linesOf(ran)).toHaveLength(3);
    for (const line of linesOf(ran)) expect(documented.safeParse(line).error).toBeUndefined();
    expect(documented.safeParse({ file: 'a', metadata: {} }).success).toBe(false);
  });

  it('takes the files named beside a document for its annexes', async () => {
    const cwd = folderWith({
      'notice.txt': notice.text.replace(
        '\n示范县人民政府办公室\n',
        '\n附件：高龄津贴申请表\n示范县人民政府办公室\n',
      ),
      '附件 高龄津贴申请表.txt': '高龄津贴申请表\n姓名：\n',
    });
    const alone = await gongkai(['read', '--json', 'notice.txt'], { cwd });
    const both = await gongkai(['read', '--json', 'notice.txt', '附件 高龄津贴申请表.txt'], { cwd });
    expect(linesOf(alone)[0]).toMatchObject({ contradictions: [{ code: 'attachment-missing' }] });
    expect(linesOf(both)[0]).toMatchObject({ contradictions: [] });
  });

  it('tells people in short lines what it found and how sure it is', async () => {
    const cwd = folderWith({ 'a.txt': of('contradiction').text });
    const { out } = await gongkai(['read', 'a.txt'], { cwd });
    expect(out).toContain('  文号　　　 示民发〔2026〕40号\n');
    expect(out).toContain('公开标注　 （此件公开发布），原文“（此件公开发布）”，在成文日期下方\n');
    expect(out).toMatch(/所属领域　 建议 社会救助（/);
  });

  it('reads standard input', async () => {
    const ran = await gongkai(['read', '-', '--json'], { input: await makeDocx(notice.text) });
    expect(ran.code).toBe(0);
    expect(linesOf(ran)).toMatchObject([{ file: '-', type: 'docx', metadata: { title: metadata.title } }]);
  });

  it('goes on after files that cannot be read, and ends with 1', async () => {
    const cwd = folderWith({
      'good.txt': notice.text,
      'empty.txt': '',
      'broken.docx': 'PK\u0003\u0004broken',
      'bytes.txt': Uint8Array.from({ length: 200 }, (_, i) => i % 7),
      'locked.pdf': await makePdf('locked', { password: 'secret' }),
      'big.txt': new Uint8Array(20 * 1024 * 1024 + 1).fill(97),
    });
    mkdirSync(join(cwd, 'folder'));
    const files = [
      'empty.txt',
      'broken.docx',
      'bytes.txt',
      'locked.pdf',
      'big.txt',
      'missing.txt',
      'folder',
      'good.txt',
    ];
    const ran = await gongkai(['read', '--json', ...files], { cwd });
    expect(ran.code).toBe(1);
    const lines = linesOf(ran) as { file: string; error?: { code: string; message: string } }[];
    expect(lines.map((l) => [l.file, l.error?.code])).toEqual([
      ['empty.txt', 'empty'],
      ['broken.docx', 'damaged'],
      ['bytes.txt', 'unsupported'],
      ['locked.pdf', 'encrypted'],
      ['big.txt', 'too-large'],
      ['missing.txt', 'unreadable-file'],
      ['folder', 'unreadable-file'],
      ['good.txt', undefined],
    ]);
    for (const { error } of lines.slice(0, -1)) expect(error!.message).toMatch(/\p{Script=Han}/u);
    expect(ran.err.trim().split('\n')).toHaveLength(7);
  });
});

describe('gongkai screen --json', () => {
  it('gives verdict and findings', async () => {
    const cwd = folderWith({
      'secret.txt': of('secret-paper').text,
      'list.txt': of('subsidy-list').text,
      'plain.txt': notice.text,
    });
    const ran = await gongkai(['screen', '--json', 'secret.txt', 'list.txt', 'plain.txt'], { cwd });
    expect([ran.code, ran.err]).toEqual([0, '']);
    const lines = linesOf(ran) as { verdict: string; findings: object[] }[];
    expect(lines.map((l) => [Object.keys(l), l.verdict])).toEqual(
      ['block', 'block', 'clear'].map((verdict) => [['file', 'verdict', 'findings'], verdict]),
    );
    for (const finding of lines.flatMap((l) => l.findings))
      expect(Object.keys(finding).filter((key) => key !== 'scope')).toEqual([
        'kind',
        'severity',
        'place',
        'excerpt',
        'rule',
        'law',
        'why',
      ]);
    expect(lines[0]!.findings).toContainEqual(
      expect.objectContaining({ kind: 'secrecy-mark', severity: 'block' }),
    );
    expect(JSON.stringify(lines[1]!.findings)).not.toMatch(/\d{17}[\dX]/);
  });

  it('of standard input that cannot be read says why and ends with 1', async () => {
    const ran = await gongkai(['screen', '-', '--json'], { input: '' });
    expect(ran.code).toBe(1);
    expect(linesOf(ran)).toEqual([
      { file: '-', error: { code: 'empty', message: expect.stringContaining('空') as string } },
    ]);
  });
});

describe('gongkai deadline', () => {
  it.each([
    ['2026-09-21', 3, '2026-09-24', 'final'],
    ['2026-09-28', 3, '2026-10-08', 'final'],
    ['2026-12-28', 5, '2027-01-05', 'provisional'],
  ])('%s and %d working days is %s', async (from, days, date, status) => {
    const ran = await gongkai([
      'deadline',
      from,
      '--working-days',
      String(days),
      '--json',
      '--data',
      temporaryFolder(),
    ]);
    expect(ran.code).toBe(0);
    const [line] = linesOf(ran) as [{ steps: string[] }];
    expect(line).toEqual({
      date,
      status,
      calendarVersion: expect.any(String) as string,
      steps: expect.any(Array) as string[],
    });
    expect(line.steps.join('')).toMatch(/起算日/);
  });

  it('counts by the calendar of the data folder, and refuses a broken one', async () => {
    const data = folderWith({ 'calendar.json': '{"years": [2027' });
    const { code, err } = await gongkai(['deadline', '2026-12-28', '--working-days', '5', '--data', data]);
    expect(code).toBe(1);
    expect(err).toContain('不是有效的 JSON');
  });
});
