import { describe, expect, it } from 'vitest';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { TaskKind } from '@gongkai/domain/task.ts';
import { county, documentItem, taskItem } from '../../test/support/in-review.ts';
import { memoryDeps } from '../../test/support/memory-deps.ts';
import { taskMail } from './mails.ts';

const { settings } = memoryDeps();
const person = county[1]!.people[0]!;
const textOf = (kind: TaskKind, changes: Partial<GovDocument> = {}): string =>
  taskMail(settings, { task: taskItem(kind), document: documentItem(changes), person, opaque: 'o' }).text;

describe('the mail that asks for a decision', () => {
  const proposal: GovDocument['proposal'] = { attribute: 'withheld', contradiction: true, evidence: [] };

  it.each<[TaskKind, string]>([
    ['confirm-attribute', '公开属性：主动公开（各来源不一致，请核定）\n'],
    ['secrecy-review', '公开属性：主动公开（各来源不一致，部门负责人已核定，请复核）\n'],
    ['publication-review', '公开属性：主动公开（各来源不一致，部门负责人已核定，请复核）\n'],
    ['approve-redaction', '公开属性：主动公开\n'],
    ['reassess', '公开属性：主动公开\n'],
  ])('says at %s who settles an attribute that sources disagree on', (kind, line) => {
    expect(textOf(kind, { proposal })).toContain(line);
  });

  it.each<[TaskKind, boolean]>([
    ['secrecy-review', true],
    ['reassess', true],
    ['approve-redaction', false],
    ['interpret', false],
  ])('counts at %s what was found: %s, as long as it is to be settled', (kind, counted) => {
    expect(textOf(kind).includes('必须处理 1 处')).toBe(counted);
  });
});
