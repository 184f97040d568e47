import { expect, it } from 'vitest';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { rulesVersion } from '@gongkai/screening/rules.ts';
import { documentItem, settle } from '../../test/support/in-review.ts';
import { type MemoryDeps, memoryDeps } from '../../test/support/memory-deps.ts';
import { decideTask } from '../shared/decide.ts';
import { saveFindings } from '../shared/findings-file.ts';
import { saveText } from '../shared/text-file.ts';
import { loadOrganisation } from '../shared/organisation.ts';
import { documents, entries, interpretations, tasks } from '../shared/stores.ts';
import { loadTaskView } from '../portal/tasks/task-view.ts';
import { createScreenPublished } from './screen-published.ts';

const publication = (id: string, siteNumber: number): Publication => ({
  path: `documents/${id}.html`,
  title: id,
  documentNumber: null,
  indexNumber: id,
  department: 'civil-affairs',
  column: 'policy-documents',
  publishedAt: '2026-03-01T01:00:00.000Z',
  summary: '',
  siteNumber,
  columnNumber: siteNumber,
  departmentNumber: siteNumber,
});

async function published(
  deps: MemoryDeps,
  id: string,
  siteNumber: number,
  line: string,
  changes: Partial<GovDocument> = {},
): Promise<void> {
  const p = publication(id, siteNumber);
  await documents(deps.table).createOnce(
    documentItem({ id, state: 'published', contentHash: 'c'.repeat(64), publication: p, ...changes }),
  );
  await entries(deps.table).createOnce({ kind: 'entry', id, version: 0, publication: p });
  await saveText(deps.files, id, 1, {
    files: [{ slot: 0, name: 'a.txt', type: 'txt', blocks: [{ kind: 'paragraph', text: line }], hidden: [] }],
    found: {},
    problems: [],
  });
  await saveFindings(deps.files, id, 1, { findings: [] });
}

const leak = '身份证号990101199901010014';

async function stock(): Promise<MemoryDeps> {
  const deps = memoryDeps('2026-03-02T01:00:00Z');
  await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
  await published(deps, 'harmless', 1, '关于开展检查的通知');
  await published(deps, 'leaking', 2, leak);
  return deps;
}
const openTasks = async (deps: MemoryDeps) =>
  (
    await tasks(deps.table).query('tasks-by-assignee', {
      partition: 'county-office#office-editor',
      limit: 10,
    })
  ).items;

it('asks the county office about what newer rules find, and notes it on the document alone', async () => {
  const deps = await stock();
  await createScreenPublished(deps)();
  const [task, ...others] = await openTasks(deps);
  expect(others).toEqual([]);
  expect(task).toMatchObject({ task: 'recheck', subject: 'leaking', token: '' });
  expect((await documents(deps.table).need('leaking')).rescreened).toMatchObject({ rulesVersion, block: 1 });
  const untouched = await documents(deps.table).need('harmless');
  expect([untouched.rescreened, untouched.version]).toEqual([undefined, 1]);
  const mail = deps.mails.find((m) => m.subject.includes('复核已公开文件'));
  expect(mail?.text).toContain('/t/leaking-1-recheck-');
  expect(mail?.text).not.toContain('990101');
});

it('looks at what interprets a document as well, and asks about the document', async () => {
  const deps = await stock();
  await published(deps, 'interpreted', 3, '关于救助的通知', { interpretations: ['i1'] });
  const interpretation = {
    kind: 'interpretation' as const,
    id: 'i1',
    version: 0,
    documentId: 'interpreted',
    department: 'civil-affairs',
    author: 'clerk',
    title: '解读',
    form: 'text' as const,
    text: `一、背景\n${leak}`,
    contact: '0990-6120005',
    contentHash: 'i'.repeat(64),
    state: 'published' as const,
    createdAt: '2026-03-01T01:00:00.000Z',
    history: [],
  };
  await interpretations(deps.table).createOnce(interpretation);
  await createScreenPublished(deps)();
  expect((await openTasks(deps)).map((task) => task.subject)).toEqual(['interpreted', 'leaking']);
  const view = await loadTaskView(deps, `interpreted-1-recheck-${rulesVersion}`);
  expect(view.text?.files.map((file) => file.name)).toEqual(['a.txt', '解读材料']);
  expect(view.findings).toMatchObject([{ slot: 1, line: 2, kind: 'identity-number' }]);
});

it('opens one task and sends one mail however often it runs', async () => {
  const deps = await stock();
  await createScreenPublished(deps)();
  const before = [deps.mails.length, (await documents(deps.table).need('leaking')).version];
  await deps.table.delete('rescreening#published');
  await createScreenPublished(deps)();
  expect(await openTasks(deps)).toHaveLength(1);
  const ids = deps.mails.map((m) => m.id);
  expect(new Set(ids).size).toBe(before[0]);
  expect((await documents(deps.table).need('leaking')).version).toBe(before[1]);
});

it('reads everything once for each version of the rules, and nothing after that', async () => {
  const deps = await stock();
  await createScreenPublished(deps)();
  await published(deps, 'later', 3, leak);
  await createScreenPublished(deps)();
  expect((await documents(deps.table).need('later')).rescreened).toBeUndefined();
});

it('goes on where a round ended', async () => {
  const deps = await stock();
  await createScreenPublished(deps, { seconds: 0 })();
  expect(await openTasks(deps)).toEqual([]);
  await createScreenPublished(deps)();
  expect(await openTasks(deps)).toHaveLength(1);
});

it('comes past a document that cannot be screened, and says so', async () => {
  const deps = await stock();
  await deps.files.delete('records', 'documents/harmless/1/text.json');
  await expect(createScreenPublished(deps)()).rejects.toThrow('could not be screened');
  expect(await openTasks(deps)).toHaveLength(1);
});

it('takes a document down in one decision, and asks no more about what may stay', async () => {
  const deps = await stock();
  await published(deps, 'posted', 3, leak);
  await createScreenPublished(deps)();
  const editor = (await loadOrganisation(deps)).person('editor')!;
  const decide = (id: string, outcome: string, reason = '已经核对') =>
    decideTask(deps, {
      taskId: `${id}-1-recheck-${rulesVersion}`,
      person: editor,
      outcome,
      reason,
      contentHash: 'c'.repeat(64),
    });
  await expect(decide('leaking', 'withdraw', '有身份证号 990101199901010014')).rejects.toThrow(
    '撤下理由中有',
  );
  await decide('leaking', 'withdraw');
  await decide('posted', 'stay');
  expect(deps.starts).toMatchObject([
    {
      machine: 'withdrawal',
      name: 'leaking-withdrawal',
      input: { documentId: 'leaking', reason: '已经核对' },
    },
  ]);
  expect(await openTasks(deps)).toEqual([]);
  await deps.table.delete('rescreening#published');
  await documents(deps.table).update('leaking', (d) => ({ ...d, state: 'withdrawn' }));
  await createScreenPublished(deps)();
  expect(await openTasks(deps)).toEqual([]);
});

it('asks for the reason of either decision', async () => {
  const deps = await stock();
  await createScreenPublished(deps)();
  const decision = decideTask(deps, {
    taskId: `leaking-1-recheck-${rulesVersion}`,
    person: (await loadOrganisation(deps)).person('editor')!,
    outcome: 'stay',
    contentHash: 'c'.repeat(64),
  });
  await expect(decision).rejects.toThrow('请写明撤下或者继续公开的理由');
});
