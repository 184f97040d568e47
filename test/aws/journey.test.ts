/**
 * The journey of documents through the deployed stacks: real bundles, Step Functions, DynamoDB and the events of S3,
 * driven by people at the portal's HTTP front. Needs what `.ci/aws` sets up.
 */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type OfficialDocument, officialDocuments } from '@gongkai/cli/demo-documents.ts';
import { demoCounty } from '@gongkai/cli/demo-county.ts';
import { importOrganisation } from '@gongkai/functions/shared/organisation-file.ts';
import { documents } from '@gongkai/functions/shared/stores.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { DocumentState } from '@gongkai/domain/document-state.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { system } from '@gongkai/domain/history.ts';
import { type TaskKind, taskKindName } from '@gongkai/domain/task.ts';
import type { PresignedPost } from '@gongkai/platform/ports.ts';
import { makeDocx, makePdf } from '../fixtures/documents.ts';
import { type Deployment, findDeployment } from './support/deployment.ts';
import { type Mailbox, openMailbox } from './support/mailbox.ts';
import { createVisitor, hiddenFields, type Page, type Visitor } from './support/visitor.ts';

const endpoint = process.env['AWS_ENDPOINT_URL'];
if (endpoint === undefined)
  console.log('The journey through AWS was not tried: AWS_ENDPOINT_URL is not set.');

/** Longer than any step takes on a busy machine, cold starts of several functions included. */
const patience = { timeout: 120_000, interval: 500 };
const source = (id: string): OfficialDocument => officialDocuments.find((d) => d.id === id)!;

describe.runIf(endpoint !== undefined)('the journey of documents through AWS', () => {
  let place: Deployment;
  let mailbox: Mailbox;

  beforeAll(async () => {
    place = await findDeployment(process.env['GONGKAI_STAGE'] ?? 'demo');
    mailbox = await openMailbox(endpoint!);
    await importOrganisation(place.deps, JSON.stringify(demoCounty), system);
    await place.invoke('build-site');
  });

  describe('a public document with an interpretation', () => {
    const { expected, text, declared } = source('care-allowance');
    const title = expected.title!;
    let id: string;

    it('is uploaded by a clerk who signed in from a mail, and read from PDF', async () => {
      const pdf = await makePdf(text);
      id = await handIn('clerk@civil-affairs.demo', declared, '高龄津贴通知.pdf', pdf);
      const document = await reaches(id, 'in-review');
      expect(document).toMatchObject({ title, metadata: { documentNumber: '示政办发〔2026〕31号' } });
    });

    it('is approved by three people, each from a mailed link with a mailed code', async () => {
      const people = [
        await decide(title, 'confirm-attribute', { outcome: 'approve' }),
        await decide(title, 'secrecy-review', { outcome: 'approve' }),
        await decide(title, 'publication-review', { outcome: 'approve' }),
      ];
      expect(new Set(people).size).toBe(3);
      const document = await reaches(id, 'published');
      expect(document.approvals.map((a) => a.kind)).toEqual([
        'confirm-attribute',
        'secrecy-review',
        'publication-review',
      ]);
    });

    it('stands in the public bucket as page, in lists and in feeds, and the site serves it', async () => {
      const { publication } = await need(id);
      await expectPublished(publication!.path, '示政办发〔2026〕31号');
      for (const key of [
        'all/index.html',
        'columns/policies/index.html',
        'departments/civil-affairs/index.html',
      ])
        await expectPublished(key, title);
      for (const key of ['all/feed.json', 'all/feed.atom.xml', 'sitemaps/1.xml'])
        await expectPublished(key, publication!.path);
      const response = await fetch(`${place.deps.settings.siteUrl}/${publication!.path}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        'text/html; charset=utf-8',
      ]);
      expect(await response.text()).toContain(title);
      const { found } = await mailbox.find(new RegExp(`已公开：[^]*?(http\\S+/documents/${id}\\.html)`));
      expect(found).toBe(response.url);
    });

    it('is found by the search', async () => {
      await vi.waitFor(async () => expect(await searched('高龄津贴')).toContain(id), patience);
    });

    it('gets its interpretation after the follow-up time, linked both ways', async () => {
      const words = '答：具有本县户籍、年满80周岁的老年人。';
      await decide(title, 'interpret', {
        title: `一图读懂《${title}》`,
        form: 'qa',
        text: `问：谁可以领？\n${words}`,
        contact: '民政局，电话 0990-1234567',
      });
      await decide(title, 'review-interpretation', { outcome: 'approve' });
      const interpretation = await vi.waitFor(async () => {
        const [path] = /interpretations\/[\w-]+\.html/.exec(await published(`documents/${id}.html`)) ?? [];
        expect(path).toBeDefined();
        return published(path!);
      }, patience);
      expect(interpretation).toContain('年满80周岁的老年人');
      expect(interpretation).toContain(`documents/${id}.html`);
      await succeeds('publication', `${id}-1`);
    });

    it('is withdrawn by the office: a tombstone stands at its address, and the lists forget it', async () => {
      const editor = await signIn('editor@county-office.demo');
      const page = await editor.open(`/portal/documents/${id}`);
      const fields = { reason: '附件有误，更正后重新公开', confirm: 'yes' };
      const { status } = await editor.submit(page, fields, `/portal/documents/${id}/withdrawal`);
      expect(status).toBe(200);
      const document = await reaches(id, 'withdrawn');
      await succeeds('withdrawal', `${id}-withdrawal`);
      expect(await published(document.publication!.path)).toContain('附件有误，更正后重新公开');
      expect(await published('all/feed.json')).not.toContain(id);
      await vi.waitFor(
        async () => expect(await searched('高龄津贴')).not.toContain(`documents/${id}`),
        patience,
      );
      expect((await place.deps.files.list('public', `files/${id}/`, { limit: 5 })).items).toEqual([]);
    });
  });

  describe('a withheld document', () => {
    const { expected, text, declared } = source('internal-request');
    const title = expected.title!;
    let id: string;

    it('is registered, not published, after the same three approvals', async () => {
      const docx = await makeDocx(text);
      id = await handIn('clerk@emergency.demo', declared, '仓库搬迁经费请示.docx', docx);
      for (const kind of ['confirm-attribute', 'secrecy-review', 'publication-review'] as const)
        await decide(title, kind, { outcome: 'approve' });
      const document = await reaches(id, 'withheld');
      expect(document.reviewDate! > localDate(place.deps.clock.now())).toBe(true);
      expect(await place.deps.files.head('public', `documents/${id}.html`)).toBeUndefined();
      await succeeds('publication', `${id}-1`);
    });

    it('is reassessed when its day has come, released, reviewed and published', async () => {
      const today = localDate(place.deps.clock.now());
      await documents(place.deps.table).update(id, (d) => ({ ...d, reviewDate: today }));
      await mailbox.forget();
      await place.invoke('watch-clock');
      await decide(title, 'reassess', { outcome: 'release', reason: '论证已经完成，可以公开。' });
      await decide(title, 'secrecy-review', { outcome: 'approve' });
      await decide(title, 'publication-review', { outcome: 'approve' });
      const document = await reaches(id, 'published');
      await expectPublished(document.publication!.path, title);
      await succeeds('reassessment', `${id}-${today.slice(0, 4)}`);
    });
  });

  describe('a document with personal data', () => {
    const { expected, text, declared } = source('subsidy-list');
    const title = expected.title!;

    it('is published as a redacted copy that somebody approved', async () => {
      const docx = await makeDocx(text);
      const id = await handIn('clerk@agriculture.demo', declared, '补贴发放名单.docx', docx);
      for (const kind of [
        'confirm-attribute',
        'secrecy-review',
        'publication-review',
        'approve-redaction',
      ] as const)
        await decide(title, kind, { outcome: 'approve' });
      const document = await reaches(id, 'published');
      await succeeds('publication', `${id}-1`);
      const page = await published(document.publication!.path);
      for (const shown of [title, '周稻丰', '［已删减］']) expect(page).toContain(shown);
      const { items } = await place.deps.files.list('public', `files/${id}/`, { limit: 5 });
      expect(items).toHaveLength(1);
      for (const key of [document.publication!.path, ...items])
        for (const personal of ['990101199901010014', '13800138000', '6217000000000000012'])
          expect(await published(key)).not.toContain(personal);
    });
  });

  describe('a document with a secrecy mark', () => {
    it('is refused, and nothing of it is kept', async () => {
      const { declared, text, fileName } = source('secret-paper');
      const id = await handIn('clerk@public-security.demo', declared, fileName, Buffer.from(text));
      await reaches(id, 'refused');
      await mailbox.find(new RegExp(`编号 ${id}`), 'clerk@public-security.demo');
      await succeeds('publication', `${id}-1`);
      for (const [area, prefix] of [
        ['inbox', `${id}/`],
        ['records', `documents/${id}/`],
        ['public', `documents/${id}`],
      ] as const)
        expect((await place.deps.files.list(area, prefix, { limit: 5 })).items).toEqual([]);
    });
  });

  const need = (id: string): Promise<GovDocument> => documents(place.deps.table).need(id);
  const reaches = (id: string, state: DocumentState): Promise<GovDocument> =>
    vi.waitFor(async () => {
      const document = await need(id);
      expect(document.state).toBe(state);
      return document;
    }, patience);
  const succeeds = (machine: 'publication' | 'reassessment' | 'withdrawal', name: string): Promise<void> =>
    vi.waitFor(async () => {
      const state = await place.deps.workflow.describe(machine, name);
      expect(state).toMatchObject({ status: 'SUCCEEDED' });
    }, patience);

  async function published(key: string): Promise<string> {
    const file = await place.deps.files.get('public', key);
    if (!file) throw new Error(`${key} is not public`);
    return Buffer.from(file.body).toString('utf8');
  }

  /** The site's front is the site function's; the search has one of its own. */
  async function searched(words: string): Promise<string> {
    const { siteUrl } = place.deps.settings;
    const front = siteUrl.replace(/-site$/, '-search');
    const path = new URL(siteUrl).pathname;
    const response = await fetch(`${new URL(front).href}${path}/search?q=${encodeURIComponent(words)}`);
    return response.text();
  }

  /** The state is written before the files that follow from it. */
  const expectPublished = (key: string, text: string): Promise<void> =>
    vi.waitFor(async () => expect(await published(key)).toContain(text), patience);

  async function signIn(email: string): Promise<Visitor> {
    const { portalUrl } = place.deps.settings;
    const visitor = createVisitor(portalUrl);
    const ask = await visitor.open('/portal/sign-in');
    await visitor.submit(ask, { email }, '/portal/sign-in');
    const { found } = await mailbox.find(/(http\S+\/portal\/sign-in\/\S+)/, email);
    expect(found.startsWith(portalUrl)).toBe(true);
    const { status, path } = await visitor.submit(await visitor.open(found));
    expect([status, path]).toEqual([200, '/portal/tasks']);
    return visitor;
  }

  /** As the upload form's script does it: the form, then one signed post per file. Gives the document's id. */
  async function handIn(
    email: string,
    { attribute, ground, catalogueItem, needsInterpretation }: OfficialDocument['declared'],
    name: string,
    body: Uint8Array,
  ): Promise<string> {
    const visitor = await signIn(email);
    const { csrf } = hiddenFields((await visitor.open('/portal/upload')).html, '/portal/upload');
    const response = await visitor.postJson('/portal/upload', {
      csrf,
      title: '',
      attribute,
      ground,
      catalogueItem,
      needsInterpretation,
      files: [{ name, size: body.byteLength }],
    });
    expect(response.status).toBe(201);
    const { documentId, posts } = (await response.json()) as { documentId: string; posts: PresignedPost[] };
    for (const { url, fields } of posts) {
      const form = new FormData();
      for (const [key, value] of Object.entries(fields)) form.append(key, value);
      form.append('file', new Blob([new Uint8Array(body)], { type: 'application/octet-stream' }), 'file');
      expect((await fetch(url, { method: 'POST', body: form })).status).toBe(204);
    }
    return documentId;
  }

  /** From the mail of the task, with the code of a second mail. Gives the address of who decided. */
  async function decide(title: string, kind: TaskKind, fields: Record<string, string>): Promise<string> {
    const short = title.slice(0, 20);
    const open = new RegExp(`】${taskKindName[kind]}：${short}[^]*?(http\\S+/portal/t/\\S+)`);
    const { mail, found } = await mailbox.find(open);
    const visitor = createVisitor(place.deps.settings.portalUrl);
    const link = await visitor.open(found);
    await visitor.submit(link, { step: 'send' });
    const code = await mailbox.find(/验证码是：(\d{6})/, mail.to);
    const task = await visitor.submit(link, { step: 'redeem', code: code.found });
    const decided: Page = await visitor.submit(task, fields, `${task.path}/decision`);
    expect([decided.status, decided.path]).toEqual([200, `${task.path}/decision`]);
    return mail.to;
  }
});
