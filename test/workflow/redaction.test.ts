import { describe, expect, it } from 'vitest';
import { loadFindings } from '@gongkai/functions/shared/findings-file.ts';
import { loadRedacted } from '@gongkai/functions/shared/redacted-file.ts';
import { loadText } from '@gongkai/functions/shared/text-file.ts';
import { readDocument } from '@gongkai/reading/read-document.ts';
import { makeDocx, makePdf } from '../fixtures/documents.ts';
import { makeWorkbook } from '../fixtures/workbook.ts';
import { grepFile } from '../support/grep-file.ts';
import { peopleOf } from '../support/people.ts';
import { openTestTrial } from '../support/trial.ts';

const rows = [
  ['姓名', '证件号码', '家庭住址', '手机号码', '补贴金额'],
  ['陈某甲', '990101199901010014', '城关镇东街村一组12号', '13800138001', '1200'],
  ['林某乙', '990101199901010022', '城关镇西街村二组8号', '13800138002', '1300'],
  ['周某丙', '990101199901010030', '上坝镇南街村三组3号', '13800138003', '1400'],
];
const title = '关于发放困难群众补贴的公示';
const note = '经办人：吴某己';
const listText = [title, '现将名单公示如下。', ...rows.map((r) => r.join('\t')), note].join('\n');

/** The card numbers lie in a hidden column, a hidden sheet holds the source list. */
function workbook(): Uint8Array {
  const cell = (column: string, row: number, text: string): string =>
    `<c r="${column}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const shown = rows.map((cells, i) => {
    const [row, hidden] = [i + 2, i === 0 ? '银行卡号' : `621700000000000001${i}`];
    return `<row r="${row}">${cells.map((text, c) => cell('ABCDE'[c]!, row, text)).join('')}${cell('F', row, hidden)}</row>`;
  });
  return makeWorkbook([
    {
      name: '公示名单',
      before: '<cols><col min="1" max="5" width="16"/><col min="6" max="6" width="9" hidden="1"/></cols>',
      rows: `<row r="1">${cell('A', 1, title)}</row>${shown.join('')}<row r="7">${cell('A', 7, note)}</row>`,
      after: '<mergeCells><mergeCell ref="A1:E1"/></mergeCells>',
    },
    { name: '底表', state: 'hidden', rows: `<row r="1">${cell('A', 1, '王某戊精神残疾二级')}</row>` },
  ]);
}

async function published(file: Uint8Array, name: string) {
  const opened = await openTestTrial();
  const people = peopleOf(opened);
  const { files } = opened.place.deps;
  const id = await people.handIn(file, { title, attribute: 'redacted', ground: 'third-party' }, { name });
  await people.approve(id, 'confirm-attribute', 'head');
  const [{ findings }, text] = await Promise.all([loadFindings(files, id, 1), loadText(files, id, 1)]);
  const heading = text.files[0]!.blocks.findIndex((b) => b.cells?.includes('家庭住址'));
  await people.approve(id, 'secrecy-review', 'secrecy', {
    cuts: [
      // The numbers themselves are cut or masked one by one; the address as a column, names by the mask.
      ...findings.filter((f) => f.kind === 'mobile-phone' && !f.hidden).map((f) => `*${f.id}`),
      ...findings.filter((f) => f.kind === 'identity-number' && !f.hidden).map((f) => f.id),
      `*#0.${heading}.2`,
      '=吴某己',
    ],
  });
  await people.approve(id, 'publication-review', 'editor');
  const task = await people.openTask(id, 'approve-redaction');
  await people.approve(id, 'approve-redaction', 'secrecy');
  const document = await people.document(id);
  const { files: copies } = await loadRedacted(files, id, 1);
  const paths = (await files.list('public', `files/${id}/`, { limit: 10 })).items;
  return { document, task, copies, paths, page: await people.publicPage(document.publication!.path), files };
}

const gone = [
  ...rows.slice(1).flatMap(([, identity, address, mobile]) => [identity!, address!, mobile!]),
  '吴某己',
  '62170000000000',
  '银行卡号',
  '王某戊',
  '底表',
];

/** Of page images, what is recognised on them. */
async function saidBy(file: Uint8Array): Promise<string> {
  const read = await readDocument(file);
  return read.ok ? read.text : read.code;
}

describe.each([
  ['xlsx', 'xlsx', workbook],
  ['docx', 'docx', () => makeDocx(listText)],
  ['txt', 'txt', () => Promise.resolve(Buffer.from(listText))],
  ['pdf', 'pdf', () => makePdf(listText, { columns: [79, 130, 230, 340, 430] })],
])('a list handed in as .%s', (extension, copyType, make) => {
  it(`goes out as a .${copyType} in which what was taken out does not exist`, async () => {
    const { document, task, copies, paths, page, files } = await published(await make(), `名单.${extension}`);
    expect(document.state).toBe('published');
    expect(document.approvals.at(-1)).toMatchObject({
      kind: 'approve-redaction',
      contentHash: document.redactedHash,
    });
    expect(task.contentHash).toBe(document.redactedHash);

    const attachment = paths.find((path) => path.endsWith(`.${copyType}`))!;
    const downloaded = (await files.get('public', attachment))!;
    expect(downloaded.downloadName).toBe(`名单（删减稿）.${copyType}`);
    expect(grepFile(downloaded.body, gone)).toEqual([]);
    expect(grepFile(Buffer.from(page), gone)).toEqual([]);
    for (const path of paths) expect(grepFile((await files.get('public', path))!.body, gone)).toEqual([]);

    for (const kept of ['陈某甲', '城关镇东街村', '138****8001', '1200', '［已删减］']) {
      expect(page).toContain(kept);
      expect(copies[0]!.text).toContain(kept);
    }
    const said = await saidBy(downloaded.body);
    expect(grepFile(Buffer.from(said), gone)).toEqual([]);
    const row = '陈某甲\t［已删减］\t城关镇东街村\t138****8001\t1200';
    expect(copyType === 'pdf' || said.includes(row)).toBe(true);
  });
});

describe('an original that covers content up', () => {
  it('is not published, though everybody approves it, and its clean copy is', async () => {
    const opened = await openTestTrial();
    const people = peopleOf(opened);
    const id = await people.handIn(workbook(), { title }, { name: '名单.xlsx' });
    await people.approve(id, 'confirm-attribute', 'head');
    const { findings } = await loadFindings(opened.place.deps.files, id, 1);
    const dismissed = findings.map((f) => ({ finding: f.id, reason: '样例数据' }));
    await people.approve(id, 'secrecy-review', 'secrecy', { dismissed });
    await expect(people.approve(id, 'publication-review', 'editor')).rejects.toThrow(/似乎已做遮盖/);
    await people.approve(id, 'publication-review', 'editor', {
      attribute: 'redacted',
      ground: 'third-party',
    });
    await people.approve(id, 'approve-redaction', 'secrecy');
    const document = await people.document(id);
    expect(document.state).toBe('published');
    const paths = (await opened.place.deps.files.list('public', `files/${id}/`, { limit: 10 })).items;
    const copy = paths.find((path) => path.endsWith('.xlsx'))!;
    const { body } = (await opened.place.deps.files.get('public', copy))!;
    expect(grepFile(body, ['62170000000000', '银行卡号', '王某戊', '底表'])).toEqual([]);
    expect(grepFile(body, ['990101199901010014'])).toEqual(['990101199901010014']);
  });
});
