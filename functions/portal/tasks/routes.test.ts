import { documents, interpretations, tasks } from '../../shared/stores.ts';
import { saveText } from '../../shared/text-file.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { settle, storedRedactedHash, taskItem, text } from '../../../test/support/in-review.ts';
import { type MemoryDeps, memoryDeps } from '../../../test/support/memory-deps.ts';
import { browse, signedInBrowser } from './signed-in-browser.ts';

let deps: MemoryDeps;
beforeEach(() => {
  deps = memoryDeps();
});
const html = async (response: Response | Promise<Response>): Promise<string> => (await response).text();
const taskId = (kind: string): string => `d1-1-${kind}-1`;

describe('my tasks', () => {
  it('are mine, those I stand in for and those handed to me, the most urgent first, overdue ones marked', async () => {
    deps.setNow('2026-03-09T01:00:00Z');
    await settle(deps, 'confirm-attribute');
    const store = tasks(deps.table);
    await store.createOnce(
      taskItem('interpret', { due: { ...taskItem('interpret').due, date: '2026-03-10' } }),
    );
    await store.createOnce(
      taskItem('secrecy-review', { delegatedTo: { person: 'vice-head', by: 'secrecy' } }),
    );
    const page = await html((await signedInBrowser(deps, 'vice-head')).get('/portal/tasks'));
    expect(page).toContain('有 3 项任务等您办理');
    expect(page).toContain('代李局长办理');
    expect(page).toContain('代赵保密办理');
    expect(page).toContain('已逾期 4 天');
    expect(page.indexOf(taskId('interpret'))).toBeGreaterThan(page.indexOf(taskId('confirm-attribute')));
  });

  it('do not show what is somebody else’s, or what I wrote myself', async () => {
    await settle(deps, 'confirm-attribute', { task: { author: 'head' } });
    for (const who of ['head', 'stranger', 'clerk'])
      expect(await html((await signedInBrowser(deps, who)).get('/portal/tasks'))).toContain(
        '没有等您办理的任务',
      );
  });

  it('of the county office include reviews that nobody else can give', async () => {
    await settle(deps, 'secrecy-review', { task: { author: 'secrecy' }, mailed: ['editor', 'editor-two'] });
    expect(await html((await signedInBrowser(deps, 'editor')).get('/portal/tasks'))).toContain('有 1 项任务');
  });

  it('ask for signing in and come back', async () => {
    const response = await browse(deps).get('/portal/tasks/d1-1-interpret-1');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toContain('next=%2Fportal%2Ftasks%2Fd1-1-interpret-1');
  });
});

describe('a reviewer who corrects what was read', () => {
  it('finds the fields filled with it, and what is typed again after a refusal', async () => {
    await settle(deps, 'confirm-attribute');
    const browser = await signedInBrowser(deps, 'head');
    const page = await html(browser.get(`/portal/tasks/${taskId('confirm-attribute')}`));
    expect(page).toMatch(/name="correct-number"[^>]*value="示民发〔2026〕3号"/);
    const refused = await browser.post(`/portal/tasks/${taskId('confirm-attribute')}/decision`, {
      outcome: 'approve',
      contentHash: taskItem('confirm-attribute').contentHash,
      'correct-number': '三号文',
    });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toMatch(
      /看不懂[\s\S]*<details class="fold field" open[\s\S]*value="三号文"/,
    );
    const accepted = await browser.post(`/portal/tasks/${taskId('confirm-attribute')}/decision`, {
      outcome: 'approve',
      contentHash: taskItem('confirm-attribute').contentHash,
      'correct-number': '示民发（2026）8号',
    });
    expect(accepted.status).toBe(303);
    const decided = await html(browser.get(`/portal/tasks/${taskId('confirm-attribute')}/decision`));
    expect(decided).toContain('发文字号：示民发〔2026〕8号');
  });

  it('is not offered the fields at a later review', async () => {
    await settle(deps, 'secrecy-review');
    const page = await html(
      (await signedInBrowser(deps, 'secrecy')).get(`/portal/tasks/${taskId('secrecy-review')}`),
    );
    expect(page).not.toContain('correct-number');
  });
});

describe('the page of a review', () => {
  it('shows facts, evidence, the text with its findings, hidden parts and the form', async () => {
    await settle(deps, 'secrecy-review', {
      document: {
        proposal: {
          attribute: 'redacted',
          contradiction: true,
          evidence: ['部门申报：主动公开', '规定：删减后公开'],
        },
      },
    });
    const page = await html(
      (await signedInBrowser(deps, 'secrecy')).get(`/portal/tasks/${taskId('secrecy-review')}`),
    );
    expect(page).toContain('示民发〔2026〕3号');
    expect(page).toContain('各个来源不一致');
    expect(page).toContain('规定：删减后公开');
    expect(page).toMatch(/<td><mark class="block" id="at-f1">990101199901010014/);
    expect(page).toContain('href="#at-f1"');
    expect(page).toContain('看不见的内容（1 处）');
    expect(page).toMatch(/name="contentHash" value="c{64}"/);
    expect(page).toContain('name="csrf"');
    expect(page).toContain('/portal/documents/d1/files/0');
  });

  it('says what covers something up, without repeating it for every row', async () => {
    await settle(deps, 'secrecy-review');
    const place = '工作表“名单”';
    const hidden = [
      { kind: 'hidden-column', text: '开户银行账号', place: `${place}第 2 行隐藏的E、G列` },
      { kind: 'hidden-column', text: '6217007517253512920', place: `${place}第 3 行隐藏的E、G列` },
      { kind: 'hidden-row', text: '陈某丁', place: `${place}隐藏的第 5 行` },
    ];
    await saveText(deps.files, 'd1', 1, { ...text, files: [{ ...text.files[0]!, hidden }] });
    const page = async () =>
      html((await signedInBrowser(deps, 'secrecy')).get(`/portal/tasks/${taskId('secrecy-review')}`));
    expect(await page()).toContain(
      `（3 处）：《通知.docx》${place}隐藏的E、G列；《通知.docx》${place}隐藏的行。`,
    );
    expect(await page()).toContain('请把公开属性改为“删减后公开”');
    await documents(deps.table).update('d1', (d) => ({ ...d, attribute: 'redacted' as const }));
    expect(await page()).not.toContain('请把公开属性改为');
  });

  it('shows by which law and until when a list is posted', async () => {
    const posting = { ground: '社会救助暂行办法第十一条', until: '2026-03-31' };
    await settle(deps, 'secrecy-review', {
      document: {
        declared: {
          attribute: 'public',
          catalogueItem: 'social-assistance',
          needsInterpretation: false,
          posting,
        },
      },
    });
    const page = await html(
      (await signedInBrowser(deps, 'secrecy')).get(`/portal/tasks/${taskId('secrecy-review')}`),
    );
    expect(page).toContain('公示至 2026年3月31日，期满自动撤下');
    expect(page).toContain('依据：社会救助暂行办法第十一条');
  });

  it('leaves the attribute to the head where sources disagree', async () => {
    await settle(deps, 'confirm-attribute', {
      document: { proposal: { attribute: 'withheld', contradiction: true, evidence: [] } },
    });
    const page = await html(
      (await signedInBrowser(deps, 'head')).get(`/portal/tasks/${taskId('confirm-attribute')}`),
    );
    expect(page).toContain('没有预先选好');
    expect(page).not.toMatch(/name="attribute" value="\w+" checked/);
  });

  it('is readable but not decidable for the author, and closed to other departments', async () => {
    await settle(deps, 'secrecy-review');
    const path = `/portal/tasks/${taskId('secrecy-review')}`;
    const page = await html((await signedInBrowser(deps, 'clerk')).get(path));
    expect(page).toContain('不能办理');
    expect(page).not.toContain('name="outcome"');
    expect((await (await signedInBrowser(deps, 'stranger')).get(path)).status).toBe(403);
    expect((await (await signedInBrowser(deps, 'stranger')).get('/portal/tasks/no-such')).status).toBe(404);
  });

  it('escapes what documents and people write', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    await settle(deps, 'secrecy-review', { document: { title: evil }, task: { title: evil, note: evil } });
    const page = await html(
      (await signedInBrowser(deps, 'secrecy')).get(`/portal/tasks/${taskId('secrecy-review')}`),
    );
    expect(page).not.toContain(evil);
    expect(page).toContain('&lt;img src=x');
  });

  it.each([
    ['approve-redaction', 'secrecy', { contentHash: storedRedactedHash }, '删减稿（拟公开，删去 2 处）'],
    ['interpret', 'clerk', {}, '解读正文'],
    ['reassess', 'head', {}, '评估意见'],
    ['publication-review', 'editor', {}, '发布前的最后一关'],
  ] as const)('for %s shows %s what it needs', async (kind, who, task, words) => {
    await settle(deps, kind, { task });
    expect(await html((await signedInBrowser(deps, who)).get(`/portal/tasks/${taskId(kind)}`))).toContain(
      words,
    );
  });
});

describe('files of a task', () => {
  const copy = `/portal/tasks/${taskId('approve-redaction')}/copies/0`;
  const settleCopy = () => settle(deps, 'approve-redaction', { task: { contentHash: storedRedactedHash } });

  it('are the redacted copy as a download that nobody keeps', async () => {
    await settleCopy();
    const response = await (await signedInBrowser(deps, 'secrecy')).get(copy);
    expect(await response.text()).toBe('redacted-bytes');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(decodeURIComponent(response.headers.get('content-disposition')!)).toContain('通知（删减稿）.docx');
  });

  it.each(['pages/0/1', 'pages/1/0', 'pages/9/1', 'pages/x/y', 'copies/1', 'copies/0/1'])(
    'are not there for %s: no PDF, or no such page',
    async (path) => {
      await settleCopy();
      const secrecy = await signedInBrowser(deps, 'secrecy');
      expect((await secrecy.get(`/portal/tasks/${taskId('approve-redaction')}/${path}`)).status).toBe(404);
    },
  );

  it('are closed to other departments, and to who is not signed in', async () => {
    await settleCopy();
    expect((await (await signedInBrowser(deps, 'stranger')).get(copy)).status).toBe(403);
    expect((await browse(deps).get(copy)).status).toBe(303);
  });
});

describe('deciding', () => {
  const form = { outcome: 'approve', contentHash: 'c'.repeat(64), attribute: 'public' };

  it('leads to a confirmation, and a second decision to who decided when', async () => {
    await settle(deps, 'confirm-attribute');
    const path = `/portal/tasks/${taskId('confirm-attribute')}/decision`;
    const head = await signedInBrowser(deps, 'head');
    const done = await head.post(path, form);
    expect(done.headers.get('location')).toBe(path);
    expect(await html(head.get(path))).toContain('您的意见已记录');
    expect(deps.answers).toHaveLength(1);

    const deputy = await signedInBrowser(deps, 'vice-head');
    const second = await deputy.post(path, { ...form, outcome: 'return', reason: '不同意' });
    expect(second.headers.get('location')).toBe(`${path}?already`);
    expect(await html(deputy.get(`${path}?already`))).toContain('已由李局长于2026-03-02 09:00办结');
    expect(deps.answers).toHaveLength(1);
  });

  it('refused keeps everything that was typed', async () => {
    await settle(deps, 'publication-review');
    const editor = await signedInBrowser(deps, 'editor');
    const response = await editor.post(`/portal/tasks/${taskId('publication-review')}/decision`, {
      ...form,
      'finding-f2': 'keep',
      'reason-f2': '办公电话',
      texts: '陈某甲',
      reason: '已核对',
    });
    expect(response.status).toBe(400);
    const page = await html(response);
    expect(page).toContain('改为“删减后公开”');
    expect(page).toMatch(/name="finding-f2" value="keep" checked/);
    expect(page).toContain('value="办公电话"');
    expect(page).toMatch(/陈某甲<\/textarea>/);
    expect(page).toMatch(/已核对<\/textarea>/);
    expect((await tasks(deps.table).need(taskId('publication-review'))).state).toBe('open');
  });

  it('on a stale page answers 409 with the way to the current one', async () => {
    await settle(deps, 'confirm-attribute');
    const head = await signedInBrowser(deps, 'head');
    const response = await head.post(`/portal/tasks/${taskId('confirm-attribute')}/decision`, {
      ...form,
      contentHash: 'old',
    });
    expect(response.status).toBe(409);
    expect(await html(response)).toContain(`href="/portal/tasks/${taskId('confirm-attribute')}"`);
  });

  it('without the hidden field of the session is refused', async () => {
    await settle(deps, 'confirm-attribute');
    const head = await signedInBrowser(deps, 'head');
    head.csrf = 'guessed';
    const response = await head.post(`/portal/tasks/${taskId('confirm-attribute')}/decision`, form);
    expect(response.status).toBe(403);
    expect(deps.answers).toEqual([]);
  });

  it('hands in an interpretation', async () => {
    await settle(deps, 'interpret');
    const clerk = await signedInBrowser(deps, 'clerk');
    await clerk.post(`/portal/tasks/${taskId('interpret')}/decision`, {
      outcome: 'submit',
      contentHash: 'c'.repeat(64),
      title: '临时救助政策解读',
      form: 'qa',
      text: '问：谁可以申请？\n答：遇到突发困难的家庭。',
      contact: '示范县民政局 0000-0000000',
    });
    const { decision } = await tasks(deps.table).need(taskId('interpret'));
    expect(await interpretations(deps.table).need(decision?.interpretationId ?? '')).toMatchObject({
      form: 'qa',
    });
  });

  it('about an interpretation shows it in full', async () => {
    const { task } = await settle(deps, 'interpret');
    await interpretations(deps.table).createOnce({
      kind: 'interpretation',
      id: 'i1',
      version: 0,
      documentId: 'd1',
      department: 'civil-affairs',
      author: 'clerk',
      title: '临时救助政策解读',
      form: 'text',
      text: '第一段\n第二段\n经办人手机 13800138000',
      contact: '0000-0000000',
      contentHash: 'i'.repeat(64),
      state: 'submitted',
      createdAt: task.createdAt,
      history: [],
    });
    await tasks(deps.table).createOnce(
      taskItem('review-interpretation', { interpretationId: 'i1', contentHash: 'i'.repeat(64) }),
    );
    const head = await signedInBrowser(deps, 'head');
    const path = `/portal/tasks/${taskId('review-interpretation')}`;
    const page = await html(head.get(path));
    expect(page).toContain('<p>第二段</p>');
    expect(page).toContain('筛查发现（1 处）');
    expect(page).toContain('<mark class="review" id="at-f1">13800138000');
    await head.post(`${path}/decision`, { outcome: 'return', reason: '太简略', contentHash: 'i'.repeat(64) });
    expect(deps.answers[0]?.output).toMatchObject({ outcome: 'return', interpretationId: 'i1' });
    expect(await documents(deps.table).need('d1')).toMatchObject({ version: 1 });
  });
});

describe('handing over', () => {
  it('delegates from the page and tells both names', async () => {
    await settle(deps, 'confirm-attribute');
    const path = `/portal/tasks/${taskId('confirm-attribute')}`;
    const head = await signedInBrowser(deps, 'head');
    expect(await html(head.get(path))).toContain('赵保密（保密审查员）');
    await head.post(`${path}/delegation`, { to: 'secrecy' });
    expect(await html(head.get(path))).toContain('李局长已委托赵保密');
    expect((await head.post(`${path}/delegation`, { to: 'stranger' })).status).toBe(400);
  });

  it('lets the county office send the links again', async () => {
    await settle(deps, 'confirm-attribute', { mailed: ['head'] });
    const editor = await signedInBrowser(deps, 'editor');
    const before = deps.mails.length;
    const sent = await editor.post(`/portal/tasks/${taskId('confirm-attribute')}/links`, {});
    expect(await html(editor.get(sent.headers.get('location')!))).toContain('新的链接已发给李局长。');
    expect(deps.mails.slice(before).map((m) => m.to)).toEqual(['head@county.test']);
  });
});
