import type { GovDocument } from '@gongkai/domain/document.ts';
import { append } from '@gongkai/domain/history.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { documentItem, settle } from '../../../test/support/in-review.ts';
import { type MemoryDeps, memoryDeps } from '../../../test/support/memory-deps.ts';
import { documents } from '../../shared/stores.ts';
import { signedInBrowser } from '../tasks/signed-in-browser.ts';

let deps: MemoryDeps;
beforeEach(() => {
  deps = memoryDeps();
});
const see = async (who: string, path: string): Promise<string> =>
  (await (await signedInBrowser(deps, who)).get(path)).text();
const statusFor = async (who: string, path: string): Promise<number> =>
  (await (await signedInBrowser(deps, who)).get(path)).status;

const numbered = (documentNumber: string): NonNullable<GovDocument['metadata']> => ({
  title: null,
  documentNumber,
  issuer: null,
  writtenDate: null,
  mark: null,
});
const published: Partial<GovDocument> = {
  state: 'published',
  indexNumber: '990101-MZJ-2026-0001',
  publication: {
    path: 'documents/d1.html',
    title: '关于发放临时救助金的通知',
    documentNumber: null,
    indexNumber: '990101-MZJ-2026-0001',
    department: 'civil-affairs',
    column: 'social-assistance',
    publishedAt: '2026-03-02T01:00:00Z',
    summary: '',
    siteNumber: 1,
    columnNumber: 1,
    departmentNumber: 1,
  },
};

describe('the documents of my department', () => {
  it('are listed newest first, by state, page by page', async () => {
    await settle(deps, 'secrecy-review');
    for (let i = 0; i < 35; i++)
      await documents(deps.table).createOnce(
        documentItem({
          id: `x${i}`,
          title: `第${i}号文件`,
          state: i % 2 === 0 ? 'withheld' : 'received',
          createdAt: `2026-02-01T00:00:${String(i).padStart(2, '0')}Z`,
        }),
      );
    const first = await see('clerk', '/portal/documents');
    expect(first).toContain('关于发放临时救助金的通知');
    expect(first).not.toContain('第0号文件');
    const more = /href="(\/portal\/documents\?after=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(await see('clerk', more)).toContain('第0号文件');
    const withheld = await see('clerk', '/portal/documents?state=withheld');
    expect(withheld).toContain('第34号文件');
    expect(withheld).not.toContain('第33号文件');
    expect(await see('stranger', '/portal/documents?state=%3Cscript%3E')).toContain('还没有文件');
  });
});

describe('one document', () => {
  it('is called by its file while no title was read of it', async () => {
    await settle(deps, 'secrecy-review', { document: { title: '', state: 'returned' } });
    for (const path of ['/portal/documents', '/portal/documents/d1'])
      expect(await see('clerk', path)).toContain('通知.docx');
    expect(await see('clerk', '/portal/documents')).toMatch(/documents\/d1">通知\.docx<\/a>/);
  });

  it('says where it stands and what is waited for', async () => {
    await settle(deps, 'secrecy-review');
    const page = await see('clerk', '/portal/documents/d1');
    expect(page).toContain('正等待示范县民政局办理“保密审查”（2026年3月5日前）');
    expect(page).toContain('填写上传表单');
  });

  it('names others with the same number, as far as one may know of them', async () => {
    await settle(deps, 'secrecy-review', { document: { metadata: numbered('示民发〔2026〕3号') } });
    const add = (id: string, changes: Partial<GovDocument>) =>
      documents(deps.table).createOnce(
        documentItem({ id, title: id, metadata: numbered('示民发〔2026〕3号'), ...changes }),
      );
    await add('own-copy', { state: 'returned' });
    await add('foreign-draft', { department: 'finance' });
    await add('foreign-public', { department: 'finance', ...published });
    await add('withdrawn-one', { state: 'withdrawn' });
    await add('another', { metadata: numbered('示民发〔2026〕4号') });

    const page = await see('clerk', '/portal/documents/d1');
    expect(page).toContain('发文字号“示民发〔2026〕3号”还有别的文件在用');
    expect(page).toContain('<a href="/portal/documents/own-copy">own-copy</a>');
    expect(page).toContain('<a href="http://site.test/documents/d1.html">foreign-public</a>');
    for (const unseen of ['foreign-draft', 'withdrawn-one', 'another']) expect(page).not.toContain(unseen);
    expect(await see('editor', '/portal/documents/d1')).toContain('/portal/documents/foreign-draft');
    expect(await see('clerk', '/portal/documents/another')).not.toContain('还有别的文件在用');
  });

  it('says of a refused file that it was destroyed, not that it is there', async () => {
    const files = [{ slot: 0, name: '（已销毁）', arrived: true }];
    await settle(deps, 'secrecy-review', { document: { state: 'refused', files } });
    const page = await see('clerk', '/portal/documents/d1');
    expect(page).toContain('（已销毁）');
    expect(page).not.toContain('已到达');
  });

  it('is for its department, its reviewers and the county office', async () => {
    await settle(deps, 'secrecy-review');
    expect(await statusFor('clerk', '/portal/documents/d1')).toBe(200);
    expect(await statusFor('editor', '/portal/documents/d1')).toBe(200);
    expect(await statusFor('admin', '/portal/documents/d1')).toBe(200);
    expect(await statusFor('stranger', '/portal/documents/d1')).toBe(403);
    expect(await statusFor('clerk', '/portal/documents/nothing')).toBe(404);
  });

  it('returned shows the reason and the way to upload again', async () => {
    const history = append([], {
      at: '2026-03-02T02:00:00Z',
      actor: { id: 'head', name: '李局长', role: 'department-head' },
      action: 'returned',
      to: 'returned',
      reason: '请删去名单',
    });
    await settle(deps, 'secrecy-review', {
      document: { state: 'returned', history },
      task: { state: 'cancelled' },
    });
    const page = await see('clerk', '/portal/documents/d1');
    expect(page).toContain('退回理由：请删去名单');
    expect(page).toContain('/portal/upload?document=d1');
  });

  it('that has not arrived says what is missing', async () => {
    await settle(deps, 'secrecy-review', {
      document: { state: 'awaiting-upload', files: [{ slot: 0, name: '通知.docx', arrived: false }] },
      task: { state: 'cancelled' },
    });
    const page = await see('clerk', '/portal/documents/d1');
    expect(page).toContain('还有 1 个文件没有传完');
    expect(page).toContain('还没有到达');
  });
});

describe('originals', () => {
  it('are downloads under their own name, never pages', async () => {
    await settle(deps, 'secrecy-review');
    const response = await (await signedInBrowser(deps, 'secrecy')).get('/portal/documents/d1/files/0');
    expect(await response.text()).toBe('original-bytes');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*%E9%80%9A%E7%9F%A5\.docx$/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toContain('no-store');
  });

  it.each([
    ['stranger', '/portal/documents/d1/files/0', 403],
    ['clerk', '/portal/documents/d1/files/1', 404],
    ['clerk', '/portal/documents/d1/files/9', 404],
    ['clerk', '/portal/documents/d1/files/..%2f0', 404],
  ])('for %s at %s answer %i', async (who, path, status) => {
    await settle(deps, 'secrecy-review');
    expect(await statusFor(who, path)).toBe(status);
  });
});

describe('withdrawing', () => {
  const path = '/portal/documents/d1/withdrawal';

  it('is started once, with the reason and who asked', async () => {
    await settle(deps, 'secrecy-review', { document: published });
    const editor = await signedInBrowser(deps, 'editor');
    expect(await (await editor.get('/portal/documents/d1')).text()).toContain('撤下这份文件');
    for (let i = 0; i < 2; i++) {
      const response = await editor.post(path, { reason: '文件已废止', confirm: 'yes' });
      expect(response.headers.get('location')).toBe('/portal/documents/d1?withdrawing');
    }
    expect(deps.starts).toEqual([
      {
        machine: 'withdrawal',
        name: 'd1-withdrawal',
        input: {
          documentId: 'd1',
          reason: '文件已废止',
          showTitle: false,
          actor: { id: 'editor', name: '钱审核', role: 'office-editor' },
        },
      },
    ]);
  });

  it.each([
    [{ reason: ' ', confirm: 'yes' }, '请填写撤下理由'],
    [{ reason: '文件已废止' }, '请勾选'],
    [{ reason: '长'.repeat(501), confirm: 'yes' }, '500 个字以内'],
    [
      { reason: '误公开了陈某甲的身份证号 990101199901010014', confirm: 'yes' },
      '撤下理由中有 1 处不能公开的内容',
    ],
  ])('with %o is refused in words that help, at the top and with what was typed', async (fields, words) => {
    await settle(deps, 'secrecy-review', { document: published });
    const response = await (await signedInBrowser(deps, 'editor')).post(path, fields);
    expect(response.status).toBe(400);
    const page = await response.text();
    expect(page).toMatch(new RegExp(`<a href="#f-reason">[^<]*${words}`));
    expect(page).toContain(fields.reason);
    expect(deps.starts).toEqual([]);
  });

  it('is for the county office, and for what is public', async () => {
    await settle(deps, 'secrecy-review', { document: published });
    const fields = { reason: '文件已废止', confirm: 'yes' };
    const head = await signedInBrowser(deps, 'head');
    expect(await (await head.get('/portal/documents/d1')).text()).not.toContain('撤下这份文件');
    expect((await head.post(path, fields)).status).toBe(403);
    await documents(deps.table).update('d1', (d) => ({ ...d, state: 'withdrawn' }));
    expect((await (await signedInBrowser(deps, 'editor')).post(path, fields)).status).toBe(409);
  });
});

describe('the county office', () => {
  it('sees counts, what is overdue and the list of a state', async () => {
    deps.setNow('2026-03-09T01:00:00Z');
    await settle(deps, 'secrecy-review');
    const page = await see('editor', '/portal/office');
    expect(page).toMatch(/<strong>1<\/strong>审查中/);
    expect(page).toContain('逾期任务（1）');
    expect(page).toContain('已逾期 4 天');
    expect(page).toContain('示范县民政局');
  });

  it('sees what arrives, however many others were never completed', async () => {
    await settle(deps, 'secrecy-review');
    for (let n = 0; n <= 100; n++)
      await documents(deps.table).createOnce(
        documentItem({
          id: `x${n}`,
          state: n === 100 ? 'received' : 'awaiting-upload',
          createdAt: `2026-02-01T00:00:00.${String(n).padStart(3, '0')}Z`,
        }),
      );
    const page = await see('editor', '/portal/office?state=received');
    expect(page).toMatch(/<strong>1\+<\/strong>已接收/);
    expect(page).toContain('/portal/documents/x100');
  });

  it('is nobody else’s', async () => {
    await settle(deps, 'secrecy-review');
    expect(await statusFor('head', '/portal/office')).toBe(403);
  });
});
