import { describe, expect, it } from 'vitest';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { PublicationRefused } from '@gongkai/domain/errors.ts';
import type { Findings } from './findings-file.ts';
import { assertMayGoOut } from './may-go-out.ts';

const identity = '990101199901010014';
const actor = { id: 'p', name: '某某', role: 'secrecy-officer' };
const approved = (kind: string, contentHash: string) => ({ kind, taskId: kind, actor, at: '', contentHash });
const reviews = ['confirm-attribute', 'secrecy-review', 'publication-review'];

const document = (changes: Partial<GovDocument> = {}) =>
  ({
    title: '关于某事的通知',
    attribute: 'public',
    declared: {},
    contentHash: 'h1',
    approvals: reviews.map((kind) => approved(kind, 'h1')),
    dismissed: [],
    ...changes,
  }) as unknown as GovDocument;
const text = (t: string, hidden: string[] = []) => [
  {
    slot: 0,
    name: 'a.txt',
    text: t,
    hidden: hidden.map((kind) => ({ kind, text: '张三', place: '第 1 页' })),
  },
];
const found = (changes: Partial<Findings['findings'][number]> = {}): Findings['findings'][number] => ({
  id: 'f1',
  slot: 0,
  kind: 'identity-number',
  severity: 'block',
  line: 0,
  start: 0,
  end: 18,
  match: identity,
  excerpt: '…',
  rule: '',
  ...changes,
});
const going = (d: GovDocument, t = '正文', findings: Findings['findings'] = [], hidden: string[] = []) =>
  assertMayGoOut(d, text(t, hidden), findings, { today: '2026-03-02' });

describe('the last gate before the public', () => {
  it('lets a document with its three approvals pass', async () => {
    await expect(going(document())).resolves.toBeUndefined();
  });

  it.each(reviews)('stops one without %s', async (kind) => {
    await expect(
      going(document({ approvals: document().approvals.filter((a) => a.kind !== kind) })),
    ).rejects.toThrow(PublicationRefused);
  });

  it('stops one with an identity number in the name of a file or of the issuer', async () => {
    const named = [{ name: `陈某甲${identity}.pdf`, text: '正文', hidden: [] }];
    await expect(assertMayGoOut(document(), named, [], { today: '2026-03-02' })).rejects.toThrow('敏感信息');
    const metadata = { issuer: `陈某甲 ${identity}` } as GovDocument['metadata'];
    await expect(going(document({ metadata }))).rejects.toThrow('敏感信息');
  });

  it('stops one whose content changed after the approvals', async () => {
    await expect(going(document({ contentHash: 'h2' }))).rejects.toThrow(PublicationRefused);
  });

  const posted = (until: string): GovDocument =>
    document({
      declared: {
        attribute: 'public',
        catalogueItem: 'social-assistance',
        needsInterpretation: false,
        posting: { ground: '社会救助暂行办法第十一条', until },
      },
    });

  it('lets a posted list out on its last day, and not after it', async () => {
    await expect(going(posted('2026-03-02'))).resolves.toBeUndefined();
    await expect(going(posted('2026-03-01'))).rejects.toThrow('公示期已于 2026-03-01 届满');
  });

  it('blocks in a posted list what it blocks in any other', async () => {
    const list = `姓名\t身份证号\n陈某甲\t${identity}`;
    await expect(going(posted('2026-04-01'), list)).rejects.toThrow('必须处理的敏感信息');
  });

  it.each(['on-request', 'withheld'] as const)('never lets an %s document out', async (attribute) => {
    await expect(going(document({ attribute }))).rejects.toThrow(PublicationRefused);
  });

  it('stops a redacted one until this very copy is approved', async () => {
    const redacted = { attribute: 'redacted', redactedHash: 'r1' } as const;
    await expect(going(document(redacted))).rejects.toThrow(PublicationRefused);
    const withCopy = [...document().approvals, approved('approve-redaction', 'r1')];
    await expect(going(document({ ...redacted, approvals: withCopy }))).resolves.toBeUndefined();
    await expect(going(document({ ...redacted, redactedHash: 'r2', approvals: withCopy }))).rejects.toThrow(
      PublicationRefused,
    );
  });

  it('stops a text with an identity number, though everybody approved it, unless somebody said it is harmless', async () => {
    await expect(going(document(), `身份证 ${identity}`, [found()])).rejects.toThrow(/敏感信息/);
    const dismissed = [{ finding: 'f1', reason: '样例号码' }];
    await expect(going(document({ dismissed }), `身份证 ${identity}`, [found()])).resolves.toBeUndefined();
  });

  it('stops an identity number in the title', async () => {
    await expect(going(document({ title: `关于 ${identity} 的通知` }))).rejects.toThrow(PublicationRefused);
  });

  it.each(['invisible', 'hidden-column', 'hidden-row', 'hidden-sheet', 'vanished', 'earlier-save'])(
    'stops a file that covers content up (%s)',
    async (kind) => {
      await expect(going(document(), '正文', [], [kind])).rejects.toThrow(/似乎已做遮盖/);
    },
  );

  it('does not mind comments and properties', async () => {
    await expect(going(document(), '正文', [], ['comment', 'property'])).resolves.toBeUndefined();
  });

  it('stops an original whose hidden part carries one', async () => {
    await expect(going(document(), '正文', [found({ hidden: '批注' })])).rejects.toThrow(/隐藏/);
  });
});
