import { type Membership, Organisation } from '@gongkai/domain/organisation.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Task, TaskKind } from '@gongkai/domain/task.ts';
import { describe, expect, it } from 'vitest';
import { contentHash, county, documentItem, taskItem } from '../../test/support/in-review.ts';
import { mayDecide } from './who-may.ts';

const organisation = new Organisation(county, '2026-03-02');
const member = (id: string, among = organisation): Membership => among.person(id)!;
const ask = (
  kind: TaskKind,
  who: string,
  task: Partial<Task> = {},
  document: Partial<GovDocument> = {},
  among = organisation,
) => mayDecide(taskItem(kind, task), documentItem(document), member(who, among), among);

const approval = (kind: TaskKind, person: string, hash = contentHash) => ({
  kind,
  taskId: `earlier-${kind}`,
  actor: { id: person, name: person, role: 'x' },
  at: '2026-03-02T02:00:00Z',
  contentHash: hash,
});

describe('who may decide', () => {
  it.each([
    ['confirm-attribute', 'head'],
    ['secrecy-review', 'secrecy'],
    ['publication-review', 'editor'],
    ['approve-redaction', 'secrecy'],
    ['interpret', 'clerk'],
    ['review-interpretation', 'head'],
    ['reassess', 'head'],
  ] as const)('gives %s to the holder of the role, %s', (kind, who) => {
    expect(ask(kind, who, { author: 'somebody-else' }, { author: 'somebody-else' })).toMatchObject({
      allowed: true,
      actor: { id: who, role: taskItem(kind).role },
    });
  });

  it.each([
    ['confirm-attribute', 'secrecy', '部门负责人'],
    ['confirm-attribute', 'stranger', '示范县民政局'],
    ['secrecy-review', 'admin', '保密审查员'],
    ['publication-review', 'head', '政务公开审核员'],
  ] as const)('refuses %s to %s and names who is asked', (kind, who, named) => {
    const answer = ask(kind, who);
    expect(answer).toMatchObject({ allowed: false });
    expect(answer).toHaveProperty('reason', expect.stringContaining(named));
  });

  it('lets a deputy act in the name of the holder', () => {
    expect(ask('confirm-attribute', 'vice-head')).toEqual({
      allowed: true,
      actor: { id: 'vice-head', name: '王副局长', role: 'department-head', onBehalfOf: 'head' },
    });
  });

  it('lets a delegate act in the name of who delegated, and leaves the right to the holder', () => {
    const delegatedTo = { person: 'secrecy', by: 'head' };
    expect(ask('confirm-attribute', 'secrecy', { delegatedTo })).toMatchObject({
      allowed: true,
      actor: { id: 'secrecy', onBehalfOf: 'head' },
    });
    expect(ask('confirm-attribute', 'head', { delegatedTo })).toMatchObject({ allowed: true });
  });

  it("ends a delegate's right with that of who delegated", () => {
    const delegatedTo = { person: 'secrecy', by: 'gone' };
    expect(ask('confirm-attribute', 'secrecy', { delegatedTo })).toMatchObject({ allowed: false });
  });

  it('knows nobody whose time is over', () => {
    const before = new Organisation(county, '2026-01-31');
    expect(ask('confirm-attribute', 'gone', {}, {}, before)).toMatchObject({ allowed: true });
    expect(
      mayDecide(taskItem('confirm-attribute'), undefined, member('gone', before), organisation),
    ).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('有效期'),
    });
  });

  it.each(['confirm-attribute', 'review-interpretation'] as const)('keeps the author from %s', (kind) => {
    expect(ask(kind, 'head', { author: 'head' })).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('不能审查自己'),
    });
  });

  it('keeps an author who is also the deputy from the review', () => {
    expect(ask('confirm-attribute', 'vice-head', { author: 'vice-head' })).toMatchObject({ allowed: false });
  });

  it("lets the author of a document review somebody else's interpretation of it", () => {
    expect(ask('review-interpretation', 'head', { author: 'clerk' }, { author: 'head' })).toMatchObject({
      allowed: true,
    });
  });

  it('lets the author do what is not a review', () => {
    expect(ask('interpret', 'clerk')).toMatchObject({ allowed: true });
    expect(ask('reassess', 'head', { author: 'head' }, { author: 'head' })).toMatchObject({ allowed: true });
  });

  it.each([
    ['publication-review', 'confirm-attribute', false],
    ['publication-review', 'secrecy-review', false],
    ['publication-review', 'publication-review', true],
    ['publication-review', 'approve-redaction', false],
  ] as const)('for %s after the same person gave %s: allowed is %s', (kind, earlier, allowed) => {
    expect(ask(kind, 'editor', {}, { approvals: [approval(earlier, 'editor')] })).toMatchObject({ allowed });
  });

  it('lets the secrecy officer approve the redacted copy after the secrecy review', () => {
    const document = { approvals: [approval('secrecy-review', 'secrecy')] };
    expect(ask('approve-redaction', 'secrecy', {}, document)).toMatchObject({ allowed: true });
  });

  it('counts the approval of a redacted copy by its own hash', () => {
    const approvals = [approval('approve-redaction', 'editor', 'r'.repeat(64))];
    expect(
      ask('publication-review', 'editor', {}, { approvals, redactedHash: 'r'.repeat(64) }),
    ).toMatchObject({
      allowed: false,
    });
  });

  it('does not count approvals of an earlier content', () => {
    const approvals = [approval('confirm-attribute', 'editor', 'old')];
    expect(ask('publication-review', 'editor', {}, { approvals })).toMatchObject({ allowed: true });
  });

  it('gives a review nobody in the department can give to the county office', () => {
    expect(ask('secrecy-review', 'editor', { author: 'secrecy' })).toMatchObject({
      allowed: true,
      actor: { id: 'editor', role: 'office-editor' },
    });
    expect(ask('secrecy-review', 'editor')).toMatchObject({ allowed: false });
    // The head wrote it, but has a deputy.
    expect(ask('confirm-attribute', 'editor', { author: 'head' })).toMatchObject({ allowed: false });
  });
});
