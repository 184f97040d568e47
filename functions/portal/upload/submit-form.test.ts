import { describe, expect, it } from 'vitest';
import { moveDocument } from '@gongkai/domain/document.ts';
import { system, verifies } from '@gongkai/domain/history.ts';
import { parseInboxKey } from '@gongkai/events/upload.ts';
import { documents } from '../../shared/stores.ts';
import { member, testPlace } from '../testing.ts';
import { submitForm, type UploadForm } from './submit-form.ts';

const form: UploadForm = { attribute: 'public', catalogueItem: 'budgets', needsInterpretation: true };
const file = (name: string, size = 100) => ({ name, size });

const place = async () => {
  const { deps } = await testPlace();
  const person = await member(deps, 'clerk');
  const submit = (more: Partial<UploadForm>, files = [file('正文.docx')]) =>
    submitForm(deps, { person, form: { ...form, ...more }, files });
  return { deps, person, submit };
};

const messages = (promise: Promise<unknown>): Promise<Record<string, string>> =>
  promise.then(
    () => ({}),
    (error: { fields: Record<string, string> }) => error.fields,
  );

describe('a new document', () => {
  it('waits for its files, one exact signed post for each', async () => {
    const { deps, submit } = await place();
    const files = [file('关于预算的通知.docx'), file('表1.pdf', 2_000)];
    const { documentId, revision, posts } = await submit({ title: '关于预算的通知' }, files);
    const document = await documents(deps.table).need(documentId);
    expect(document).toMatchObject({
      state: 'awaiting-upload',
      revision: 1,
      department: 'finance',
      author: 'clerk',
      title: '关于预算的通知',
      attribute: 'public',
      declared: form,
      files: [
        { slot: 0, name: '关于预算的通知.docx', size: 100, arrived: false },
        { slot: 1, name: '表1.pdf', size: 2_000, arrived: false },
      ],
    });
    expect(document.history).toMatchObject([
      { action: 'submit-form', actor: { id: 'clerk', role: 'clerk' } },
    ]);
    expect(documentId).toMatch(/^[a-z0-9]{13}$/);
    const keys = posts.map((p) => parseInboxKey(p.fields['key']!));
    expect(keys).toEqual([0, 1].map((slot) => ({ documentId, revision, slot })));
  });

  it('gets slots without names when the form could not tell the files', async () => {
    const { deps, person } = await place();
    const { documentId, posts } = await submitForm(deps, { person, form: { ...form, attachments: '2' } });
    const { files } = await documents(deps.table).need(documentId);
    expect(files.map((f) => f.name)).toEqual(['正文', '附件1', '附件2']);
    expect(posts).toHaveLength(3);
  });

  it('keeps the ground of what is not public', async () => {
    const { deps, submit } = await place();
    const { documentId } = await submit({ attribute: 'withheld', ground: 'internal-affairs' });
    expect(await documents(deps.table).need(documentId)).toMatchObject({
      attribute: 'withheld',
      ground: 'internal-affairs',
      declared: { ground: 'internal-affairs' },
    });
  });

  it('keeps ground and period of a posted list', async () => {
    const { deps, submit } = await place();
    const posting = { ground: '社会救助暂行办法第十一条', until: '2026-12-31' };
    const { documentId } = await submit({ postingGround: posting.ground, postingUntil: posting.until });
    expect((await documents(deps.table).need(documentId)).declared).toEqual({ ...form, posting });
  });

  it('keeps HTML as the text it is and drops control characters and folders', async () => {
    const { deps, submit } = await place();
    const { documentId } = await submit({ title: ' <b>通知</b>\u0000\u000b\n正文 ' }, [
      file('C:\\桌面\\a\u202E<i>.pdf'),
    ]);
    const document = await documents(deps.table).need(documentId);
    expect(document.title).toBe('<b>通知</b> 正文');
    expect(document.files[0]!.name).toBe('a <i>.pdf');
  });
});

describe('what is refused', () => {
  it.each([
    ['title', { title: '长'.repeat(10_000) }, '标题有 10000 个字，请缩短到 300 个字以内。'],
    ['ground', { attribute: 'withheld' }, '不是主动公开的，必须选择法定理由'],
    ['ground', { attribute: 'on-request', ground: '' }, '不是主动公开的，必须选择法定理由'],
    ['ground', { ground: 'public-safety' }, '主动公开不需要理由：请把理由改为“不填”，或者改选其他公开属性'],
    ['ground', { attribute: 'withheld', ground: 'because' }, '请从列表中选择理由'],
    ['attribute', { attribute: undefined }, '请选择公开属性'],
    ['catalogueItem', { catalogueItem: 'nonsense' }, '请从列表中选择公开事项'],
    ['needsInterpretation', { needsInterpretation: undefined }, '请选择是否需要解读'],
    ['attachments', { attachments: '99' }, '附件最多 9 个'],
    ['document', { document: '../1' }, '文件编号不正确'],
  ])('names the field %s and what to do: %j', async (field, more, message) => {
    const { submit } = await place();
    expect(await messages(submit(more as Partial<UploadForm>))).toEqual({ [field]: message });
  });

  it.each([
    [[], '请选择要上传的文件'],
    [[file('旧稿.dps')], '“旧稿.dps”的类型不能接收，请另存为 docx、xlsx、pdf 之一'],
    [[file('a.html.exe')], '“a.html.exe”的类型不能接收，请另存为 docx、xlsx、pdf 之一'],
    [[file('空.txt', 0)], '“空.txt”是空文件，请检查后重新选择'],
    [[file('大.pdf', 21 * 1024 * 1024)], '“大.pdf”有 21.0 MB，超过 20.0 MB，请压缩或拆分'],
    [Array.from({ length: 11 }, () => file('a.txt')), '一次最多上传 10 个文件'],
  ])('says what is wrong with the files %#', async (files, message) => {
    const { submit } = await place();
    expect(await messages(submit({}, files))).toEqual({ files: message });
  });

  it('tells everything at once and stores nothing', async () => {
    const { deps, submit } = await place();
    const told = await messages(
      submit(
        {
          attribute: undefined as never,
          catalogueItem: '',
          postingGround: 'other',
          postingOther: '某法第1条',
        },
        [],
      ),
    );
    expect(Object.keys(told).toSorted()).toEqual(['attribute', 'catalogueItem', 'files', 'postingUntil']);
    const query = { partition: 'finance', limit: 10 };
    expect((await documents(deps.table).query('documents-by-department', query)).items).toEqual([]);
  });
});

describe('a new version of a returned document', () => {
  const returned = async () => {
    const made = await place();
    const { documentId } = await made.submit({ attribute: 'withheld', ground: 'internal-affairs' });
    const act = { at: '2026-03-02T02:00:00.000Z', actor: system, action: 'test' };
    await documents(made.deps.table).update(documentId, (d) =>
      moveDocument(moveDocument(d, 'received', act), 'returned', act, {
        contentHash: 'a'.repeat(64),
        findings: { block: 0, review: 1, note: 0 },
        redactedHash: 'b'.repeat(64),
        cuts: ['f1'],
        dismissed: [{ finding: 'f2', reason: '公开电话' }],
        approvals: [
          { kind: 'confirm-attribute', taskId: 't', actor: system, at: act.at, contentHash: 'a'.repeat(64) },
        ],
      }),
    );
    return { ...made, documentId };
  };

  it('replaces the files and voids everything that was found and approved', async () => {
    const { deps, submit, documentId } = await returned();
    const { revision } = await submit({ document: documentId, title: '新稿' }, [file('新稿.pdf')]);
    const document = await documents(deps.table).need(documentId);
    expect(revision).toBe(2);
    expect(document).toMatchObject({
      state: 'awaiting-upload',
      revision: 2,
      title: '新稿',
      attribute: 'public',
      approvals: [],
      cuts: [],
      dismissed: [],
      files: [{ name: '新稿.pdf', arrived: false }],
    });
    for (const gone of ['contentHash', 'findings', 'redactedHash', 'ground'])
      expect(document).not.toHaveProperty(gone);
    expect(verifies(document.history)).toBe(true);
  });

  it('is for the own department only', async () => {
    const { deps, documentId } = await returned();
    const stranger = await member(deps, 'nurse');
    const files = [file('a.txt')];
    await expect(
      submitForm(deps, { person: stranger, form: { ...form, document: documentId }, files }),
    ).rejects.toThrow('只能为本部门的文件上传新版本');
  });

  it('is refused while the document is not returned, so a second press makes no third version', async () => {
    const { deps, submit, documentId } = await returned();
    await submit({ document: documentId });
    await expect(submit({ document: documentId })).rejects.toMatchObject({ name: 'WrongState' });
    expect((await documents(deps.table).need(documentId)).revision).toBe(2);
  });
});
