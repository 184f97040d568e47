import { verifies } from '@gongkai/domain/history.ts';
import type { Decision, Task, TaskKind } from '@gongkai/domain/task.ts';
import { describe, expect, it } from 'vitest';
import { contentHash, documentItem, taskItem } from '../../test/support/in-review.ts';
import { applyDecision } from './applying.ts';

const decide = (kind: TaskKind, decision: Partial<Decision>, task: Partial<Task> = {}): Task =>
  taskItem(kind, {
    state: 'decided',
    decision: {
      outcome: 'approve',
      actor: { id: 'head', name: '李局长', role: 'department-head' },
      at: '2026-03-02T03:00:00.000Z',
      contentHash,
      ...decision,
    },
    ...task,
  });

describe('applying a decision', () => {
  it('appends the approval and one history entry by the decider', () => {
    const document = applyDecision(documentItem(), decide('confirm-attribute', {}));
    expect(document.approvals).toEqual([
      expect.objectContaining({ kind: 'confirm-attribute', taskId: 'd1-1-confirm-attribute-1', contentHash }),
    ]);
    expect(document.history.at(-1)).toMatchObject({
      action: 'confirm-attribute:approve',
      actor: { id: 'head' },
    });
    expect(verifies(document.history)).toBe(true);
  });

  it('puts what was misread right, and says in the history what was changed from what', () => {
    const decided = decide('confirm-attribute', {
      corrections: { title: '关于临时救助的通知', documentNumber: null },
      reason: '读取有误',
    });
    const before = documentItem();
    const document = applyDecision(before, decided);
    expect(document).toMatchObject({
      title: '关于临时救助的通知',
      metadata: { ...before.metadata, title: '关于临时救助的通知', documentNumber: null },
    });
    expect(document.history.at(-1)!.reason).toBe(
      `更正要素：标题由“${before.title}”改为“关于临时救助的通知”；发文字号由“示民发〔2026〕3号”改为（无）。 读取有误`,
    );
    expect(verifies(document.history)).toBe(true);
    expect(applyDecision(document, decided)).toBe(document);
  });

  it('takes over attribute, ground, cuts and dismissals', () => {
    const before = documentItem({ cuts: ['f2'], dismissed: [{ finding: 'f3', reason: '旧' }] });
    const document = applyDecision(
      before,
      decide('secrecy-review', {
        attribute: 'redacted',
        ground: 'third-party',
        cuts: ['f1', 'f2'],
        dismissed: [{ finding: 'f3', reason: '新' }],
      }),
    );
    expect(document).toMatchObject({
      attribute: 'redacted',
      ground: 'third-party',
      cuts: ['f1', 'f2'],
      dismissed: [{ finding: 'f3', reason: '新' }],
    });
  });

  it('drops the ground of what becomes fully public', () => {
    const before = documentItem({ attribute: 'withheld', ground: 'internal-affairs' });
    expect(
      applyDecision(before, decide('publication-review', { attribute: 'public' })).ground,
    ).toBeUndefined();
  });

  it.each([
    ['an approval', decide('secrecy-review', {})],
    ['further cuts', decide('approve-redaction', { outcome: 'cut-more', cuts: ['=陈某甲'] })],
    ['a reassessment', decide('reassess', { outcome: 'on-request', attribute: 'on-request' })],
    ['an interpretation', decide('interpret', { outcome: 'submit', interpretationId: 'i1' })],
  ])('applies %s once, however often the step runs', (_, task) => {
    const once = applyDecision(documentItem(), task);
    expect(once).not.toEqual(documentItem());
    expect(applyDecision(once, task)).toBe(once);
  });

  it('binds the approval of a redacted copy to that copy', () => {
    const task = decide('approve-redaction', { contentHash: 'r'.repeat(64) });
    const document = documentItem({ redactedHash: 'r'.repeat(64) });
    expect(applyDecision(document, task).approvals).toEqual([
      expect.objectContaining({ kind: 'approve-redaction', contentHash: 'r'.repeat(64) }),
    ]);
  });

  it('keeps approvals of an interpretation out of the document', () => {
    const task = decide('review-interpretation', { contentHash: 'i'.repeat(64) });
    expect(applyDecision(documentItem(), task).approvals).toEqual([]);
  });

  it.each([
    ['an undecided task', taskItem('secrecy-review')],
    ['a return', decide('secrecy-review', { outcome: 'return', reason: '有误' })],
    ['a decision about other content', decide('secrecy-review', { contentHash: 'old' })],
    ['a decision about another revision', decide('secrecy-review', {}, { revision: 2 })],
    ['a decision about another document', decide('secrecy-review', {}, { subject: 'd2' })],
  ])('leaves the very same document for %s', (_, task) => {
    const document = documentItem();
    expect(applyDecision(document, task)).toBe(document);
  });
});
