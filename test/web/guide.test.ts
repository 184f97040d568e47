/**
 * Walks through docs/guide.zh-CN.md in a browser. Words in bold are what the guide promises on a page or in a mail:
 * each must have been seen at the end. `SCREENSHOTS=docs/images` takes the guide's and the README's pictures anew.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedCatalogue } from '@gongkai/cli/demo-catalogue.ts';
import { officialDocuments } from '@gongkai/cli/demo-documents.ts';
import { decideOpenTasks, handIn, type Script } from '@gongkai/cli/driver.ts';
import { maxFileBytes } from '@gongkai/domain/uploads.ts';
import { settingsSchema } from '@gongkai/domain/settings.ts';
import type { TaskKind } from '@gongkai/domain/task.ts';
import { readDocument } from '@gongkai/reading/read-document.ts';
import type { ReadResult } from '@gongkai/reading/types.ts';
import { civilAffairs } from '../catalogue-set/civil-affairs.ts';
import { makeCompound } from '../fixtures/compound.ts';
import { makeDocx, makePdf } from '../fixtures/documents.ts';
import { makeZip } from '../fixtures/zip.ts';
import { fromMail, launchBrowser, openTask, picture, signIn } from '../support/browser.ts';
import { type RunningCounty, startCounty } from '../support/county.ts';

const guideUrl = new URL('../../docs/guide.zh-CN.md', import.meta.url);
const guide = readFileSync(guideUrl, 'utf8');
const source = (id: string) => officialDocuments.find((d) => d.id === id)!;
const [care, subsidies, reply, request] = [
  'care-allowance',
  'subsidy-list',
  'approval-reply',
  'internal-request',
].map(source);
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let county: RunningCounty;
let browser: Browser;
beforeAll(async () => {
  [county, browser] = await Promise.all([startCounty(), launchBrowser()]);
});
afterAll(() => browser.close());

const newPage = async (width = 1280): Promise<Page> =>
  (await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' })).newPage();

/** Everything that was to be read on the way, without white space. */
let seen = '';
const bare = (text: string): string => text.replace(/\s+/g, '');

/** Waits until the page says all of `words`, and remembers the page. */
async function expectText(page: Page, ...words: string[]): Promise<void> {
  for (const word of words)
    await expect
      .poll(async () => bare((await page.textContent('body')) ?? ''), { timeout: 20_000 })
      .toContain(bare(word));
  seen += `\n${bare((await page.textContent('body')) ?? '')}`;
  await expectFitsPhone(page);
}

async function seeMail(to: string, subject: string): Promise<string> {
  const words = new RegExp(`【政务公开】${subject}[^]*`);
  const mail = await fromMail(county, to, words);
  seen += `\n${bare(mail)}`;
  return mail;
}

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${county.url}${path}`);
};

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForLoadState();
};

/** Answers every open task of the kinds as most people would. */
async function approveAll(...kinds: TaskKind[]): Promise<void> {
  const script: Script = (task) => (kinds.includes(task.task) ? { outcome: 'approve' } : undefined);
  await county.place.settle();
  await decideOpenTasks(county.place, script);
  await county.place.settle();
}

const handInByScript = async ({
  text,
  fileName,
  declared,
}: (typeof officialDocuments)[number]): Promise<string> => {
  const { department, ...form } = declared;
  const id = await handIn(county.place, {
    clerk: `${department}-clerk`,
    form: { ...form, title: '' },
    files: [{ name: fileName, body: Buffer.from(text) }],
  });
  await county.place.settle();
  return id;
};

/** Nothing sticks out of the narrowest common phone. */
async function expectFitsPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 800 });
  expect.soft(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  if (before) await page.setViewportSize(before);
}

/** Text and findings scroll by themselves. */
const scrollInside = (page: Page, by: number): Promise<unknown> =>
  page.evaluate(
    `for (const box of document.querySelectorAll('.document-text, .findings')) box.scrollTop = ${by}`,
  );

const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name }).first();

describe('the guide', () => {
  let clerk: Page;
  let usedLink: string;
  let publicUrl: string;

  it('signs in by mail', async () => {
    const email = 'clerk@civil-affairs.demo';
    clerk = await signIn(browser, county, email);
    await expectText(clerk, '现在没有等您办理的任务', '退出');
    usedLink = /http\S+\/portal\/sign-in\/\S+/.exec(await seeMail(email, '登录链接'))![0];
  });

  it('says what cannot be uploaded, returns what cannot be read, and takes the next version', async () => {
    await open(clerk, '/portal/upload');
    await expectText(clerk, '（此件公开发布）', '每个不超过 20 MB，正文和附件合计最多 10 个');
    await clerk.getByLabel(/^主动公开/).check();
    await clerk.getByLabel('公开事项').selectOption('policy-documents');
    await clerk.getByLabel('需要', { exact: true }).check();
    await expectText(clerk, '公示名单（不是的不填）', '公示依据', '公示截止日期');
    await picture(clerk, 'upload', { height: 1000 });
    const choose = (name: string, buffer: Buffer): Promise<void> =>
      clerk.getByLabel('正文').setInputFiles({ name, mimeType: docx, buffer });
    await choose('通知.dps', Buffer.from('x'));
    await press(clerk, '提交并上传');
    await expectText(clerk, '“通知.dps”的类型不能接收。请另存为 docx、xlsx、pdf 之一。');

    await choose('高龄津贴通知.docx', Buffer.from(await makePdf(care!.text, { password: '1234' })));
    await press(clerk, '提交并上传');
    await clerk.waitForURL(/\/portal\/documents\//);
    await seeMail('clerk@civil-affairs.demo', '已退回：');
    await clerk.reload();
    await expectText(clerk, '文件设有密码，无法读取');
    await clerk.getByRole('link', { name: '修改后重新上传' }).click();
    await expectText(clerk, '新版本替换全部文件，原来的审查意见作废，需要重新审查。');
    await choose('高龄津贴通知.docx', Buffer.from(await makeDocx(care!.text)));
    await press(clerk, '提交并上传');
    await clerk.waitForURL(/\/portal\/documents\//);
    await seeMail('head@civil-affairs.demo', '确认公开属性');
    await clerk.reload();
    await expectText(clerk, '正等待民政局办理“确认公开属性”');
    await picture(clerk, 'document', { height: 760 });
    await open(clerk, '/portal/documents');
    await expectText(clerk, '待上传', '已拒收');
  });

  it('leads three people from their mails to three decisions', async () => {
    const outbox = await newPage();
    await open(outbox, '/portal/outbox');
    await expectText(outbox, '链接只显示内容，不会替您作出任何决定');
    await picture(outbox, 'mail', { from: heading(outbox, '邮件'), height: 640 });

    const head = await newPage();
    const task = await seeMail('head@civil-affairs.demo', '确认公开属性');
    await head.goto(/http\S+\/portal\/t\/\S+/.exec(task)![0]);
    await expectText(head, '为确认是本人');
    await press(head, '发送验证码');
    await expectText(head, '验证码已发出，10 分钟内有效', '重新发送验证码');
    await head
      .getByLabel('六位验证码')
      .fill(await fromMail(county, 'head@civil-affairs.demo', /验证码是：(\d{6})/));
    await picture(head, 'code', { height: 930 });
    await press(head, '确认并打开任务');
    const path = new URL(head.url()).pathname;
    await open(head, '/portal/tasks');
    await expectText(head, '这里的清单是准的；邮件只是提醒。');
    await open(head, path);
    await expectText(head, '系统建议：', '文件要素', '自动筛查不能代替人工审查', '提交后不能修改');
    await head.getByLabel(/^确认/).check();
    await picture(head, 'decision', { from: head.locator('.decide'), height: 900 });
    await press(head, '提交意见');
    await expectText(head, '您的意见已记录');
    await open(head, path);
    await expectText(head, '已办结');

    for (const [email, kind] of [
      ['secrecy@civil-affairs.demo', '保密审查'],
      ['editor@county-office.demo', '发布审查'],
    ] as const) {
      await seeMail(email, kind);
      const page = await openTask(browser, county, email, kind);
      await expectText(page, '前面的审查', '办理记录');
      await page.getByLabel(/^通过/).check();
      await press(page, '提交意见');
      await expectText(page, '您的意见已记录');
    }
    publicUrl = /http\S+\/documents\/\w+\.html/.exec(
      await seeMail('clerk@civil-affairs.demo', '已公开：'),
    )![0];
  });

  it('shows the public what was decided, on a desk and on a phone', async () => {
    const desk = await newPage();
    await desk.goto(publicUrl);
    await expectText(desk, care!.expected.title!, '主动公开');
    await picture(desk, 'public-page');
    await open(desk, '/');
    await expectText(desk, care!.expected.title!, '清理与评估结果');
    const phone = await newPage(390);
    await phone.goto(publicUrl);
    await expectText(phone, care!.expected.title!);
    await picture(phone, 'public-phone', { height: 844 });
  });

  it('cuts what is personal, and publishes the redacted copy only', async () => {
    await handInByScript(subsidies!);
    await approveAll('confirm-attribute');
    const email = 'secrecy@agriculture.demo';
    const review = await openTask(browser, county, email, '保密审查');
    await expectText(
      review,
      '没有单独选择的一律：',
      '必须处理',
      '需要核对',
      '提示',
      '暂不处理',
      '还要删减的文字',
    );
    await scrollInside(review, 560);
    await picture(review, 'review', { from: heading(review, '正文'), height: 760 });
    for (const [kind, reason] of [
      ['人员名单', '补贴对象的姓名依法公示'],
      ['固定电话', '办公电话'],
    ] as const) {
      const finding = review.locator('.findings li', { hasText: kind }).first();
      await finding.getByLabel('不需删减', { exact: true }).check();
      await finding.getByRole('textbox').fill(reason);
    }
    await review.locator('input[name=rest][value=cut]').check();
    await review.getByLabel(/^通过/).check();
    await press(review, '提交意见');
    await expectText(review, '您的意见已记录');
    await approveAll('publication-review');

    await seeMail(email, '核准删减稿');
    const copy = await openTask(browser, county, email, '核准删减稿');
    await expectText(copy, '删减稿（拟公开', '继续删减', '退回修改');
    await scrollInside(copy, 520);
    await picture(copy, 'redacted', { from: heading(copy, '正文'), height: 760 });
    await copy.getByLabel(/^通过/).check();
    await press(copy, '提交意见');
    await expectText(copy, '您的意见已记录');
    const url = await fromMail(county, 'clerk@agriculture.demo', /(http\S+\/documents\/\w+\.html)/);
    const page = await (await fetch(url)).text();
    expect(page).toContain('周稻丰');
    expect(page).toContain('0990-6120018');
    expect(page).not.toMatch(/990101199901010014|6217000000000000012/);
  });

  it('refuses what is secret, and asks a person where sources disagree', async () => {
    await handInByScript(source('secret-paper'));
    await seeMail('secrecy@public-security.demo', '已拒收：文件带有密级标志');
    const made = await makeDocx(source('contradiction').text);
    await handIn(county.place, {
      clerk: 'civil-affairs-clerk',
      form: { ...source('contradiction').declared, title: '' },
      files: [{ name: '通报.docx', body: made }],
    });
    await county.place.settle();
    const head = await openTask(browser, county, 'head@civil-affairs.demo', '确认公开属性[^]*临时救助');
    await expectText(
      head,
      '公开属性的各个来源不一致，请您核定：',
      '看不见的内容',
      '法定依据（政府信息公开条例）',
    );
    await head.getByLabel(/^退回修改/).check();
    await head.getByLabel('理由', { exact: true }).fill('请改标为删减后公开。');
    await press(head, '提交意见');
    await expectText(head, '请改标为删减后公开。');
    await seeMail('clerk@civil-affairs.demo', '已退回：[^]*临时救助');
  });

  it('hands a task over, reminds, and tells deputy and office', async () => {
    await handInByScript(request!);
    const head = await openTask(browser, county, 'head@emergency.demo', '确认公开属性');
    await head.locator('summary', { hasText: '委托他人办理' }).click();
    await expectText(head, '邮件不要直接转发');
    await head.getByLabel('委托给本单位的').selectOption({ label: '何协办（经办人）' });
    await press(head, '委托办理');
    await expectText(head, '已委托何协办');
    await seeMail('clerk2@emergency.demo', '确认公开属性');
    await county.trial.advance('2wd');
    await seeMail('head@emergency.demo', '提醒：确认公开属性');
    await county.trial.advance('1wd');
    await seeMail('vice-head@emergency.demo', '逾期未办：确认公开属性');
    await seeMail('editor@county-office.demo', '逾期未办：确认公开属性');
    await county.trial.advance('1d');
    const editor = await signIn(browser, county, 'editor@county-office.demo');
    await open(editor, '/portal/office');
    await expectText(editor, '逾期任务（', '全部文件');
    await editor.getByRole('link', { name: /确认公开属性：.*请示/ }).click();
    await expectText(editor, '重新发送办理链接');
  });

  it('asks for the interpretation within three working days, and links it', async () => {
    const email = 'clerk@civil-affairs.demo';
    expect(await seeMail(email, '政策解读')).toContain('2026年9月24日');
    const writing = await openTask(browser, county, email, '政策解读');
    await expectText(writing, '解读形式');
    await writing.getByLabel('解读标题').fill('高龄津贴，谁能领、怎样领');
    await writing
      .getByLabel('解读正文')
      .fill('谁可以领？\n具有本县户籍、年满80周岁的老年人。\n怎样领？\n带户口簿到村（社区）提出。');
    await writing.getByLabel('咨询方式').fill('解读单位：县民政局，咨询电话：0990-1234567');
    await picture(writing, 'interpret', { from: writing.locator('.decide'), height: 1140 });
    await press(writing, '提交解读材料');
    await seeMail('head@civil-affairs.demo', '审核解读材料');
    await approveAll('review-interpretation');
    const home = await newPage();
    await home.goto(publicUrl);
    await expectText(home, '高龄津贴，谁能领、怎样领');
    await open(home, '/');
    await expectText(home, '高龄津贴，谁能领、怎样领');
    await picture(home, 'home');
  });

  it('registers what is not published, and asks again a year later', async () => {
    await handInByScript(reply!);
    await approveAll('confirm-attribute');
    await approveAll('secrecy-review');
    await approveAll('publication-review');
    await seeMail('clerk@housing.demo', '已登记为');
    await county.trial.advance('1y');
    const mail = await seeMail('head@housing.demo', '年度评估');
    expect(mail).toContain('办理期限');
    const page = await openTask(browser, county, 'head@housing.demo', '年度评估');
    await expectText(page, '继续不予公开（或依申请公开）', '转为主动公开', '评估意见');
    await page.getByLabel(/^继续不予公开/).check();
    await picture(page, 'reassess', { from: page.locator('.decide'), height: 820 });
    await page.getByLabel('评估意见').fill('项目尚未竣工，依据仍然成立。');
    await press(page, '提交意见');
    await expectText(page, '您的意见已记录');
    await county.place.settle();
    const result = await (await fetch(`${county.url}/reassessments/2027.html`)).text();
    expect(result).not.toContain(reply!.expected.title!);

    const stale = await openTask(browser, county, 'head@emergency.demo', '年度评估');
    await expectText(stale, '转为依申请公开');
    await stale.getByLabel(/^继续不予公开/).check();
    await stale
      .locator('input[name=contentHash]')
      .evaluate((field) => field.setAttribute('value', 'of another page'));
    await press(stale, '提交意见');
    await expectText(stale, '页面已经过时', '查看当前内容');
  });

  it('takes a document down and leaves a tombstone', async () => {
    const editor = await signIn(browser, county, 'editor@county-office.demo');
    await open(editor, `/portal/documents/${/(\w+)\.html/.exec(publicUrl)![1]!}`);
    await expectText(editor, '撤下不能恢复；需要重新公开的，请部门重新上传。');
    await editor.locator('summary', { hasText: '撤下这份文件' }).click();
    await editor.getByLabel('撤下理由').fill('附件有误，更正后重新公开。');
    await editor.getByLabel(/我确认要撤下/).check();
    await press(editor, '撤下');
    await county.place.settle();
    const page = await newPage();
    await page.goto(publicUrl);
    await expectText(page, '该信息已撤下', '附件有误，更正后重新公开。');
    await picture(page, 'tombstone', { height: 620 });
  });

  it('files a part of the catalogue, reviews it, and shows the public an item', async () => {
    await seedCatalogue(county.place.deps);
    await county.place.buildSite();
    const part = '/portal/catalogue/social-assistance/civil-affairs';
    const head = await signIn(browser, county, 'head@civil-affairs.demo');
    await open(head, '/portal/catalogue');
    await expectText(head, '公开事项目录', '本部门公开缺口');
    await open(head, part);
    await expectText(head, '上传填好的模板', '检查并导入');
    await picture(head, 'catalogue-part', { height: 820 });
    await head.getByLabel('上传填好的模板').setInputFiles({
      name: '社会救助.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(civilAffairs.bytes()),
    });
    await press(head, '检查并导入');
    await expectText(head, '文件已导入', '修改说明（可以不填）');
    await press(head, '报送 5 项');
    await expectText(head, '已报送，待审核');
    const editor = await signIn(browser, county, 'editor@county-office.demo');
    await open(editor, part);
    await expectText(editor, '审核这次报送');
    await editor.getByRole('link', { name: '审核这次报送' }).click();
    await editor.getByLabel('通过').check();
    await press(editor, '提交意见');
    await expectText(editor, '已通过');
    const reader = await newPage();
    await open(reader, '/catalogue/index.html');
    await reader.getByRole('link', { name: /社会救助（5 项）/ }).click();
    await reader.getByRole('link', { name: '综合业务·监督检查' }).click();
    await expectText(reader, '公开时限');
    await picture(reader, 'catalogue-item', { height: 1090 });
  });

  it('fills in a department’s profile, and a second person publishes it', async () => {
    const writing = await signIn(browser, county, 'clerk@civil-affairs.demo');
    await open(writing, '/portal/profiles');
    for (const [label, text] of [
      ['机关职能', '负责城乡居民最低生活保障和临时救助工作。\n负责养老服务体系建设和高龄津贴发放。'],
      ['机构设置', '内设机构：办公室、社会救助股、养老服务股。'],
      ['办公地址', '示范县城关镇东街18号'],
      ['办公时间', '工作日 8:30—12:00，14:30—18:00'],
      ['办公电话', '0990-6120011'],
      ['负责人', '局长：王主持\n副局长：李分管'],
    ] as const)
      await writing.getByLabel(label, { exact: true }).fill(text);
    await expectText(writing, '提交确认', '每行一人');
    await picture(writing, 'profile-form', { height: 1000 });
    await press(writing, '提交确认');
    await expectText(writing, '已提交，等待县政府办公室确认。');
    const mail = await seeMail('editor@county-office.demo', '确认机构职能');
    const editor = await signIn(browser, county, 'editor@county-office.demo');
    await open(editor, '/portal/tasks');
    await expectText(editor, '我的任务', '确认机构职能');
    await editor.goto(/http\S+\/portal\/profiles\/\S+/.exec(mail)![0]);
    await expectText(editor, '待确认的内容', '确认并公开', '退回');
    await editor.getByLabel('确认并公开').check();
    await press(editor, '提交');
    await expectText(editor, '已确认。');
    const phone = await newPage(390);
    await open(phone, '/departments/civil-affairs/profile.html');
    await expectText(phone, '0990-6120011', '局长');
    await picture(phone, 'profile-phone', { height: 844 });
    await open(phone, `/search?q=${encodeURIComponent('民政局电话')}`);
    await phone.getByRole('link', { name: '民政局机构职能' }).click();
    await expectText(phone, '0990-6120011');
  });

  it('is searched and subscribed to by the public', async () => {
    const documentId = await handInByScript(source('older-layout'));
    for (const kind of ['confirm-attribute', 'secrecy-review', 'publication-review'] as const)
      await approveAll(kind);
    await county.place.deps.workflow.start('validity', `${documentId}-validity-1`, {
      documentId,
      change: { state: 'lapsed', since: '2027-09-01', reason: '有效期满' },
      actor: { id: 'county-office-editor', name: '王审核', role: 'office-editor' },
    });
    await county.place.settle();
    const reader = await newPage();
    await open(reader, '/search?q=%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C');
    await expectText(reader, '公开主体', '栏目', '文种', '年份', '有效性', '按日期排列', '下载结果（CSV）');
    await picture(reader, 'search', { height: 760 });
    await open(reader, '/all/');
    await expectText(reader, 'RSS', 'Atom', 'JSON Feed', '检索');
    await open(reader, '/subscribe');
    await reader.getByLabel('订阅范围').selectOption({ label: '社会救助' });
    await reader.getByLabel('电子邮箱').fill('citizen@example.com');
    await expectText(reader, '邮件订阅', '订阅范围');
    await picture(reader, 'subscribe', { height: 760 });
    await press(reader, '发送确认邮件');
    await expectText(reader, '请查收确认邮件');
    await reader.goto(await fromMail(county, 'citizen@example.com', /(http\S+\/subscribe\/confirm\/\S+)/));
    await expectText(reader, '确认订阅');
    await press(reader, '确认订阅');
    await expectText(reader, '订阅成功');
  });

  it('lets an administrator keep people, and shows the outbox and the clock', async () => {
    const admin = await signIn(browser, county, 'admin@county-office.demo');
    await open(admin, '/portal/organisation');
    await expectText(admin, '导出为文件', '检查并导入');
    await open(admin, '/portal/organisation/civil-affairs');
    await expectText(admin, '新增人员', '未设');
    await admin.locator('form[action*="civil-affairs-clerk/"] button', { hasText: '发送上传链接' }).click();
    await expectText(admin, '上传链接已发出，7 天内有效');
    const link = await fromMail(county, 'clerk@civil-affairs.demo', /(http\S+\/upload\?link=\S+)/);
    const guest = await newPage();
    await guest.goto(link);
    await expectText(guest, '拟定的公开属性');
    await open(admin, '/portal/organisation/civil-affairs/people/civil-affairs-head');
    await expectText(admin, '代理人', '有效期止（可不填）', '政务公开审核员');
    await picture(admin, 'person', { height: 1000 });
    await open(admin, '/portal/outbox');
    await picture(admin, 'outbox', { height: 700 });
    await expectText(admin, '3 个工作日后', '1 年后');
    await press(admin, '2 小时后');
    await expectText(admin, '时钟已拨到');
    await county.trial.advance('13h');
    await open(admin, '/portal/tasks');
    await expectText(admin, '不需要密码', '发送登录链接');
    await picture(admin, 'sign-in', { height: 640 });
    await admin.goto(usedLink);
    await expectText(admin, '登录链接已失效', '重新获取登录链接');
  });

  it('promises no word that is not there', () => {
    const promised = [...guide.matchAll(/\*\*([^*]+)\*\*/g)].map((m) => m[1]!);
    expect(promised.length).toBeGreaterThan(100);
    expect([...new Set(promised)].filter((word) => !seen.includes(bare(word)))).toEqual([]);
  });

  it('has no bold word that Markdown would leave in asterisks', () => {
    // CommonMark 0.31, 6.2: punctuation at the inner edge needs punctuation or space outside; Chinese has no spaces.
    const spans = [...guide.matchAll(/(.?)\*\*([^*\n]+)\*\*(?=(.?))/g)];
    const glued = /^[\p{L}\p{N}][\p{P}\p{S}]$/u;
    const broken = spans.filter(
      ([, before = '', word = '', after = '']) =>
        glued.test(before + word.charAt(0)) || glued.test(after + word.charAt(word.length - 1)),
    );
    expect(broken.map(([span]) => span)).toEqual([]);
  });

  it('points at pictures and sections that exist', () => {
    const pictures = [...guide.matchAll(/images\/[a-z-]+\.png/g)].map((m) => m[0]);
    expect(pictures.filter((path) => !existsSync(new URL(path, guideUrl)))).toEqual([]);
    const sections = new Set(
      [...guide.matchAll(/^## (.+)$/gm)].map((m) => `#${m[1]!.replace(/[^\p{L}\p{N}]/gu, '')}`),
    );
    expect([...guide.matchAll(/\((#[^)]+)\)/g)].map((m) => m[1]!).filter((to) => !sections.has(to))).toEqual(
      [],
    );
  });
});

describe('the times the guide tells', () => {
  const settings = settingsSchema.parse({
    siteUrl: 'http://county.test',
    portalUrl: 'http://county.test/portal',
  });

  it('are the settings as they come', () => {
    expect(settings.reviewTimes['secrecy-officer']).toEqual({
      answerWithin: 3,
      remindAfter: [1, 2],
      escalateAfter: 3,
    });
    expect(settings.followUp).toMatchObject({ afterWorkingDays: 1, hour: 9 });
    expect([settings.interpretWithin, settings.reassessWithin]).toEqual([3, 20]);
    expect(readFileSync(process.env['GONGKAI_MACHINES']!, 'utf8')).toContain('超过 90 天无人处理');
  });
});

describe('every refusal the reader gives', () => {
  const zip = (...names: string[]): Uint8Array => makeZip(names.map((name) => ({ name, content: 'x' })));
  const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
  const refusalRow = (result: ReadResult): string => (result.ok ? 'it was read' : `| ${result.message} |`);
  const manyParts = Array.from({ length: 5_001 }, (_, i) => `word/${i}.xml`);

  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['an empty file', () => new Uint8Array()],
    ['a file above the limit', () => new Uint8Array(maxFileBytes + 1)],
    ['a Word file of too many parts', () => zip(...manyParts)],
    ['a PDF with a password', () => makePdf('secret', { password: '1234' })],
    ['half a Word file', async () => (await makeDocx('通知')).subarray(0, 500)],
    ['a PDF without text', () => makePdf('')],
    ['old slides', () => makeCompound({ 'PowerPoint Document': 'x' })],
    ['another old Office file', () => makeCompound({ Contents: 'x' })],
    ['OpenDocument', () => zip('mimetype', 'content.xml')],
    ['a binary spreadsheet', () => zip('xl/workbook.bin')],
    ['a web page in one file', () => bytes('MIME-Version: 1.0\nContent-Type: multipart/related')],
    ['XML', () => bytes('<?xml version="1.0"?><x/>')],
    ['an empty archive', () => zip()],
    ['another archive', () => bytes('Rar!\u001a\u0007\u0000 and so on')],
    ['a program', () => Buffer.concat([bytes('MZ'), Buffer.alloc(100)])],
    [
      'a picture of a rare kind',
      () => bytes('\u0000\u0000\u0000\u001cftypheic\u0000\u0000\u0000\u0000mif1heic'),
    ],
    ['a picture of too many points', () => bytes(`GIF89a\u00ff\u00ff\u00ff\u00ff${'\u0000'.repeat(40)}`)],
    ['a sound', () => bytes('ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000')],
    ['bytes without meaning', () => Buffer.alloc(300, Buffer.from([1, 2, 3, 0x81, 5, 6, 7, 8]))],
  ])('%s: stands in the guide word for word', async (_, make) => {
    expect(guide).toContain(refusalRow(await readDocument(await make(), { maxBytes: maxFileBytes })));
  });

  it('a file that takes too long: stands in the guide word for word', async () => {
    const result = await readDocument(await makeDocx('通知\n'.repeat(5_000)), { timeoutMs: 0 });
    expect(result).toMatchObject({ ok: false, code: 'too-slow' });
    expect(guide).toContain(refusalRow(result));
  });
});
