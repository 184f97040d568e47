import { describe, expect, it } from 'vitest';
import { PublicationRefused } from '@gongkai/domain/errors.ts';
import type { Interpretation } from '@gongkai/domain/interpretation.ts';
import type { Task } from '@gongkai/domain/task.ts';
import { taskItem } from '../../test/support/in-review.ts';
import { assertInterpretationMayGoOut } from './interpretation-may-go-out.ts';

const contentHash = 'i'.repeat(64);
const interpretation: Interpretation = {
  kind: 'interpretation',
  id: 'i1',
  version: 1,
  documentId: 'd1',
  department: 'civil-affairs',
  author: 'clerk',
  title: '临时救助政策解读',
  form: 'text',
  text: '一、背景\n困难家庭可以申请。',
  contact: '示范县民政局 0990-6120005',
  contentHash,
  state: 'submitted',
  createdAt: '2026-03-02T01:00:00.000Z',
  history: [],
};
const decision: NonNullable<Task['decision']> = {
  outcome: 'approve',
  actor: { id: 'head', name: '李局长', role: 'department-head' },
  at: '2026-03-02T01:00:00.000Z',
  contentHash,
};
const review = (changes: Partial<Task> = {}): Task =>
  taskItem('review-interpretation', { interpretationId: 'i1', state: 'decided', decision, ...changes });
const going = (task: Task | undefined, changes: Partial<Interpretation> = {}) =>
  assertInterpretationMayGoOut({ ...interpretation, ...changes }, task, { today: '2026-03-02' });

describe('the last gate for an interpretation', () => {
  it('lets one pass that was approved as it is', async () => {
    await expect(going(review())).resolves.toBeUndefined();
  });

  it.each([
    ['nobody reviewed', undefined],
    ['was returned', review({ decision: { ...decision, outcome: 'return' } })],
    ['changed after the review', review({ decision: { ...decision, contentHash: 'other' } })],
    ['is another than the one reviewed', review({ interpretationId: 'i2' })],
  ])('stops one that %s', async (_, task) => {
    await expect(going(task)).rejects.toThrow(PublicationRefused);
  });

  it.each([
    ['an identity number', { text: '陈某甲，身份证号990101199901010014。' }],
    ['an identity number in its contact', { contact: '陈某甲 990101199901010014' }],
    ['a secrecy mark', { text: '秘密\n一、背景' }],
  ])('stops one with %s, though its reviewer approved it', async (_, changes) => {
    await expect(going(review(), changes)).rejects.toThrow(PublicationRefused);
  });
});
