import { InputRefused, NotAllowed, StalePage } from '@gongkai/domain/errors.ts';
import type { TaskKind } from '@gongkai/domain/task.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { contentHash, settle, storedRedactedHash } from '../../test/support/in-review.ts';
import { type MemoryDeps, memoryDeps } from '../../test/support/memory-deps.ts';
import { answerDecided, type DecideInput, decideTask } from './decide.ts';
import { interpretations, tasks } from './stores.ts';

let deps: MemoryDeps;
beforeEach(() => {
  deps = memoryDeps();
});

type Options = Parameters<typeof settle>[2];
async function attempt(kind: TaskKind, who: string, input: Partial<DecideInput>, options: Options = {}) {
  const world = await settle(deps, kind, options);
  const decide = (as = who, more: Partial<DecideInput> = {}) =>
    decideTask(deps, {
      taskId: world.task.id,
      person: world.person(as),
      outcome: 'approve',
      contentHash: world.task.contentHash,
      ...input,
      ...more,
    });
  return { ...world, decide, result: await decide() };
}

const bothDismissed = { dismissed: [{ finding: 'f1', reason: '虚构示例号码' }] };
const interpretation = {
  title: '临时救助政策解读',
  form: 'text' as const,
  text: '一、背景\n二、主要内容',
  contact: '解读单位：示范县民政局，咨询电话 0883-0000000',
};

describe('a decision', () => {
  it.each<[TaskKind, string, Partial<DecideInput>, Options, object]>([
    ['confirm-attribute', 'head', { outcome: 'approve' }, {}, { outcome: 'approve', attribute: 'public' }],
    [
      'confirm-attribute',
      'head',
      { outcome: 'approve', attribute: 'withheld', ground: 'internal-affairs' },
      {},
      { outcome: 'approve', attribute: 'withheld' },
    ],
    ['secrecy-review', 'secrecy', { outcome: 'return', reason: '请删去名单' }, {}, { outcome: 'return' }],
    ['publication-review', 'editor', bothDismissed, {}, { outcome: 'approve', attribute: 'public' }],
    [
      'publication-review',
      'editor',
      { attribute: 'redacted', ground: 'third-party', cuts: ['f1', '=陈某甲'] },
      {},
      { outcome: 'approve', attribute: 'redacted' },
    ],
    [
      'approve-redaction',
      'secrecy',
      {},
      {
        task: { contentHash: storedRedactedHash },
        document: { attribute: 'redacted', redactedHash: storedRedactedHash },
      },
      { outcome: 'approve', attribute: 'redacted' },
    ],
    ['approve-redaction', 'secrecy', { outcome: 'cut-more', cuts: ['=陈某甲'] }, {}, { outcome: 'cut-more' }],
    [
      'reassess',
      'head',
      { outcome: 'release', reason: '情况已变化' },
      { document: { state: 'withheld', attribute: 'withheld', ground: 'internal-affairs' } },
      { outcome: 'release', attribute: 'public' },
    ],
    [
      'reassess',
      'head',
      { outcome: 'keep', reason: '依据仍然成立' },
      { document: { state: 'withheld', attribute: 'withheld', ground: 'internal-affairs' } },
      { outcome: 'keep', attribute: 'withheld' },
    ],
  ])('on %s by %s is stored and answered (%o)', async (kind, who, input, options, answer) => {
    const { result, task } = await attempt(kind, who, input, options);
    expect(result.already).toBe(false);
    expect(result.task).toMatchObject({ state: 'decided', decision: { actor: { id: who } } });
    expect(deps.answers).toEqual([
      { token: task.token, output: expect.objectContaining({ taskId: task.id, ...answer }) },
    ]);
    expect(await tasks(deps.table).need(task.id)).toMatchObject({ version: 2, state: 'decided' });
  });

  it.each<[TaskKind, string, Partial<DecideInput>, Options, string]>([
    ['secrecy-review', 'secrecy', { outcome: 'cut-more' }, {}, '没有这个选项'],
    ['secrecy-review', 'secrecy', { outcome: 'return', reason: ' \u0007 ' }, {}, '理由'],
    ['secrecy-review', 'secrecy', { reason: '长'.repeat(1001) }, {}, '1001 个字'],
    ['confirm-attribute', 'head', { attribute: 'withheld' }, {}, '法定依据'],
    [
      'confirm-attribute',
      'head',
      {},
      { document: { proposal: { attribute: 'withheld', contradiction: true, evidence: [] } } },
      '明确选择',
    ],
    ['publication-review', 'editor', {}, {}, '删减后公开'],
    ['publication-review', 'editor', { dismissed: [{ finding: 'f1', reason: '' }] }, {}, '不需删减的理由'],
    ['publication-review', 'editor', { cuts: ['f1'] }, {}, '删减后公开'],
    [
      'publication-review',
      'editor',
      { attribute: 'redacted', ground: 'third-party', ...bothDismissed },
      {},
      '至少要删减一处',
    ],
    ['secrecy-review', 'secrecy', { cuts: ['f9'] }, {}, '已不存在'],
    ['secrecy-review', 'secrecy', { cuts: ['=没有这段话'] }, {}, '文件中没有'],
    ['secrecy-review', 'secrecy', { cuts: ['=陈'] }, {}, '太短'],
    ['secrecy-review', 'secrecy', { cuts: ['f1'], ...bothDismissed }, {}, '只选一项'],
    ['approve-redaction', 'secrecy', { outcome: 'cut-more' }, {}, '还要删减'],
    ['interpret', 'clerk', { outcome: 'submit' }, {}, '解读材料'],
    [
      'interpret',
      'clerk',
      { outcome: 'submit', interpretation: { ...interpretation, text: '身份证 990101199901010014' } },
      {},
      '解读正文第 1 段有身份证号',
    ],
    [
      'interpret',
      'clerk',
      { outcome: 'submit', interpretation: { ...interpretation, text: '机密★1年\n一、背景' } },
      {},
      '解读正文第 1 段标有密级“机密”',
    ],
    ['reassess', 'head', { outcome: 'release' }, {}, '评估意见'],
    [
      'reassess',
      'head',
      { outcome: 'withhold', reason: '仍涉及', ground: 'internal-affairs' },
      { document: { state: 'withheld', attribute: 'withheld' } },
      '请选择“继续”',
    ],
  ])('on %s by %s with %o is refused in words that help', async (kind, who, input, options, words) => {
    const refused = attempt(kind, who, input, options);
    await expect(refused).rejects.toThrow(InputRefused);
    await expect(refused).rejects.toThrow(words);
    expect(deps.answers).toEqual([]);
  });

  it('finds a text to cut across spaces and full-width forms, as the cutting does', async () => {
    const { result } = await attempt('secrecy-review', 'secrecy', {
      attribute: 'redacted',
      ground: 'third-party',
      cuts: ['=１３８ ００１３ ８０００'],
    });
    expect(result.task.decision?.cuts).toEqual(['=１３８ ００１３ ８０００']);
  });

  it('is refused to who may not give it', async () => {
    await expect(attempt('secrecy-review', 'stranger', {})).rejects.toThrow(NotAllowed);
  });

  it.each<[string, Partial<DecideInput>, Options]>([
    ['another content', { contentHash: 'old' }, {}],
    ['an earlier revision', {}, { document: { revision: 2 } }],
  ])('on a page that showed %s is stale', async (_, input, options) => {
    await expect(attempt('secrecy-review', 'secrecy', input, options)).rejects.toThrow(StalePage);
  });

  it('made a second time answers who decided, and changes nothing', async () => {
    const { decide, task } = await attempt('confirm-attribute', 'head', {});
    const second = await decide('vice-head', { outcome: 'return', reason: '不同意' });
    expect(second).toMatchObject({
      already: true,
      task: { decision: { outcome: 'approve', actor: { id: 'head' } } },
    });
    expect(deps.answers).toHaveLength(1);
    expect((await tasks(deps.table).need(task.id)).version).toBe(2);
  });

  it('of two people at once is won by one', async () => {
    const { person, task } = await settle(deps, 'confirm-attribute');
    const race = await Promise.all(
      ['head', 'vice-head'].map((id, i) =>
        decideTask(deps, {
          taskId: task.id,
          person: person(id),
          contentHash,
          ...(i === 0 ? { outcome: 'approve' } : { outcome: 'return', reason: '退回修改' }),
        }),
      ),
    );
    expect(race.filter((r) => r.already)).toHaveLength(1);
    expect(race[0]!.task.decision).toEqual(race[1]!.task.decision);
    expect(deps.answers).toHaveLength(1);
  });

  it('survives an unreachable workflow, and the next try answers it', async () => {
    deps.workflowIs('down');
    const { result } = await attempt('secrecy-review', 'secrecy', {});
    expect(result).toMatchObject({ already: false, task: { state: 'decided' } });
    await expect(answerDecided(deps, result.task)).rejects.toThrow('unreachable');

    deps.workflowIs('up');
    await answerDecided(deps, result.task);
    expect(deps.answers).toHaveLength(1);
  });

  it('whose workflow has heard of it, or has ended, is nothing to tell', async () => {
    const { result } = await attempt('secrecy-review', 'secrecy', {});
    deps.workflowIs('not-waiting');
    await answerDecided(deps, result.task);
    expect((await tasks(deps.table).need(result.task.id)).version).toBe(result.task.version);
  });
});

describe('handing in an interpretation', () => {
  it('keeps it as submitted and tells the workflow its id', async () => {
    const { result } = await attempt('interpret', 'clerk', { outcome: 'submit', interpretation });
    const id = result.task.decision?.interpretationId ?? '';
    expect(await interpretations(deps.table).need(id)).toMatchObject({
      ...interpretation,
      state: 'submitted',
      author: 'clerk',
      documentId: 'd1',
    });
    expect(deps.answers[0]?.output).toMatchObject({ outcome: 'submit', interpretationId: id });
  });

  it('of two people at once keeps only the one that was decided', async () => {
    const { person, task } = await settle(deps, 'interpret');
    const race = await Promise.all(
      ['clerk', 'vice-head'].map((id) =>
        decideTask(deps, {
          taskId: task.id,
          person: person(id),
          contentHash,
          outcome: 'submit',
          interpretation: { ...interpretation, title: `${id}的解读` },
        }),
      ),
    );
    const winner = race.find((r) => !r.already)!.task.decision!;
    expect(await interpretations(deps.table).need(winner.interpretationId!)).toMatchObject({
      author: winner.actor.id,
    });
    const kept = await deps.table.batchGet(
      race.map((r) => `interpretation#${r.task.decision!.interpretationId}`),
    );
    expect(new Set(kept.map((k) => k.key)).size).toBe(1);
  });
});

describe('corrections with the first review', () => {
  const corrections = { documentNumber: '示民发[2026]第9号', writtenDate: '2026年2月20日' };

  it('are stored with the decision, and the limit to publish is counted anew', async () => {
    const filedUnder = {
      id: 'policy-documents',
      name: '政策文件',
      column: 'policies',
      due: {
        date: '2026-03-27',
        status: 'final',
        calendarVersion: 'x',
        from: '2026-02-27',
        workingDays: 20,
      },
    } as const;
    const { result } = await attempt(
      'confirm-attribute',
      'head',
      { corrections },
      { document: { filedUnder } },
    );
    expect(result.task.decision).toMatchObject({
      corrections: { documentNumber: '示民发〔2026〕9号', writtenDate: '2026-02-20' },
      filedUnder: { id: 'policy-documents', due: { date: '2026-03-20' } },
    });
  });

  it('count at the first review only: later ones judge what was confirmed', async () => {
    const { result } = await attempt('secrecy-review', 'secrecy', { corrections });
    expect(result.task.decision).not.toHaveProperty('corrections');
  });

  it('that make no sense are refused', async () => {
    const { decide } = await attempt('confirm-attribute', 'head', {}, {});
    await expect(decide('head', { corrections: { writtenDate: '某日' } })).resolves.toMatchObject({
      already: true,
    });
    deps = memoryDeps();
    await expect(
      attempt('confirm-attribute', 'head', { corrections: { writtenDate: '某日' } }),
    ).rejects.toThrow(/成文日期“某日”看不懂/);
  });
});
