import { system, verifies } from '@gongkai/domain/history.ts';
import type { Department, Role } from '@gongkai/domain/organisation.ts';
import { NotAllowed, StalePage } from '@gongkai/domain/errors.ts';
import type { Table } from '@gongkai/platform/ports.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { contentHash, county, settle, taskItem } from '../../test/support/in-review.ts';
import { type MemoryDeps, memoryDeps } from '../../test/support/memory-deps.ts';
import { decideTask } from './decide.ts';
import { delegateTask } from './delegating.ts';
import { handOnAfter } from './handing-on-after.ts';
import { departments, loadOrganisation } from './organisation.ts';
import { tasks } from './stores.ts';

let deps: MemoryDeps;
beforeEach(() => {
  deps = memoryDeps();
});

type Change = (d: Department) => Department;
const without =
  (...ids: string[]): Change =>
  (d) => ({ ...d, people: d.people.filter((p) => !ids.includes(p.id)) });
const withRole =
  (id: string, role: Role): Change =>
  (d) => ({
    ...d,
    people: d.people.map((p) => (p.id === id ? { ...p, roles: [...p.roles, role] } : p)),
  });

const department = (id: string) => county.find((d) => d.id === id)!;
const alter = (id: string, change: Change) => departments(deps.table).update(id, change);
async function change(id: string, how: Change) {
  await alter(id, how);
  return handOnAfter(deps, [department(id)], system);
}
const taken = async (id: string) => {
  const task = await tasks(deps.table).need(id);
  return { task, people: task.links.map((l) => l.person) };
};

describe('a removed person’s open task', () => {
  it('goes to the next of the role, who is mailed once; the old link is dead with the same write', async () => {
    const { task, opaque } = await settle(deps, 'confirm-attribute', { mailed: ['head'] });
    await alter('civil-affairs', withRole('secrecy', 'department-head'));
    const { handed, left } = await change('civil-affairs', without('head'));
    expect([handed.map((t) => t.id), left]).toEqual([[task.id], []]);

    const { task: after, people } = await taken(task.id);
    expect(people).toEqual(['secrecy']);
    expect(after.version).toBe(task.version + 1);
    expect(after.history.at(-1)).toMatchObject({
      action: 'handed-on',
      reason: '李局长不再办理，转由赵保密办理',
    });
    expect(verifies(after.history)).toBe(true);
    expect(deps.mails.map((m) => m.to)).toEqual(['secrecy@county.test']);
    expect(deps.mails[0]!.text).toContain('原办理人不再办理');
    expect(deps.mails[0]!.text).toContain(opaque('secrecy'));
  });

  it.each([
    ['whose department has nobody else of the role', 'secrecy-review', without('secrecy'), 'county-office'],
    [
      'who was the head, with a deputy of nobody now',
      'confirm-attribute',
      without('head', 'vice-head'),
      'county-office',
    ],
  ] as const)('%s goes to the county office', async (_, kind, how, office) => {
    const { task, person } = await settle(deps, kind, { mailed: ['head', 'secrecy'] });
    await change('civil-affairs', how);
    const { task: after, people } = await taken(task.id);
    expect(after.department).toBe(office);
    expect(people).toEqual(['editor', 'editor-two']);
    expect(deps.mails.map((m) => m.to)).toEqual(['editor@county.test', 'editor-two@county.test']);
    const decide = { taskId: task.id, person: person('editor'), outcome: 'approve', contentHash } as const;
    expect((await decideTask(deps, decide)).task.decision?.actor).toMatchObject({
      id: 'editor',
      role: 'office-editor',
    });
  });

  it('comes back when the department has somebody again', async () => {
    const { task } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
    await change('civil-affairs', without('secrecy'));
    await alter('civil-affairs', (d) => ({
      ...d,
      people: [
        ...d.people,
        { id: 'new', name: '冯新来', email: 'new@county.test', roles: ['secrecy-officer'] },
      ],
    }));
    await handOnAfter(deps, [department('civil-affairs')], system);
    const { task: after, people } = await taken(task.id);
    expect([after.department, people]).toEqual(['civil-affairs', ['new']]);
    expect(deps.mails.at(-1)!.to).toBe('new@county.test');
  });

  it('that was handed over to a colleague ends with who handed it over', async () => {
    const { task, person } = await settle(deps, 'confirm-attribute', { mailed: ['head'] });
    await delegateTask(deps, { taskId: task.id, by: person('head'), to: 'secrecy' });
    await change('civil-affairs', without('head'));
    const { task: after, people } = await taken(task.id);
    expect(after.delegatedTo).toBeUndefined();
    expect(people).toEqual(['editor', 'editor-two']);
    await expect(
      decideTask(deps, { taskId: task.id, person: person('secrecy'), outcome: 'approve', contentHash }),
    ).rejects.toThrow(NotAllowed);
  });

  it('that its new holder handed over is with nobody of the office once it came back', async () => {
    const { task, person } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
    await change('civil-affairs', without('secrecy'));
    await delegateTask(deps, { taskId: task.id, by: person('editor'), to: 'editor-two' });
    await change('civil-affairs', () => department('civil-affairs'));
    const { task: after, people } = await taken(task.id);
    expect([after.department, after.delegatedTo, people]).toEqual(['civil-affairs', undefined, ['secrecy']]);
  });

  it('is named as left when nobody may decide it', async () => {
    const { task } = await settle(deps, 'publication-review', { mailed: ['editor', 'editor-two'] });
    const { left } = await change('county-office', without('editor', 'editor-two'));
    expect(left.map((t) => t.id)).toEqual([task.id]);
    expect((await taken(task.id)).task.history.at(-1)?.reason).toContain('现在没有人可以办理');
  });

  it('handed on twice is written and mailed once', async () => {
    const { task } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
    await change('civil-affairs', without('secrecy'));
    const { version } = await tasks(deps.table).need(task.id);
    const again = await handOnAfter(deps, [department('civil-affairs')], system);
    expect(again.handed).toEqual([]);
    expect((await tasks(deps.table).need(task.id)).version).toBe(version);
    expect(deps.mails).toHaveLength(2);
  });

  it('whose mail was cut short is mailed by the next try', async () => {
    const { task } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
    await alter('civil-affairs', without('secrecy'));
    const down = { ...deps, mail: { send: () => Promise.reject(new Error('down')) } };
    await expect(handOnAfter(down, [department('civil-affairs')], system)).rejects.toThrow('down');
    await handOnAfter(deps, [department('civil-affairs')], system);
    expect((await taken(task.id)).people).toEqual(['editor', 'editor-two']);
    expect(deps.mails).toHaveLength(2);
  });

  it('of before tasks of pages had links stays where it is, unsaid and unmailed', async () => {
    await settle(deps, 'publication-review', { mailed: ['editor', 'editor-two'] });
    const task = taskItem('file-catalogue', { subject: 'social-assistance.civil-affairs', links: [] });
    await tasks(deps.table).createOnce(task);
    const { handed } = await change('civil-affairs', without('secrecy'));
    expect([handed, deps.mails]).toEqual([[], []]);
    expect((await taken(task.id)).task.history).toHaveLength(1);
  });

  it('leaves alone what others of the role were asked for as well, but for the link', async () => {
    const { task } = await settle(deps, 'publication-review', { mailed: ['editor', 'editor-two'] });
    await change('county-office', without('editor'));
    const { people } = await taken(task.id);
    expect(people).toEqual(['editor-two']);
    expect(deps.mails.filter((m) => m.to !== 'editor-two@county.test')).toEqual([]);
  });
});

describe('a person who is removed while deciding', () => {
  /** Runs `first` when the task is about to be written by somebody else. */
  const before = (table: Table, first: () => Promise<unknown>): Table => {
    let done = false;
    return {
      ...table,
      put: async (item, expected, options) => {
        if (!done && item.key.startsWith('task#')) {
          done = true;
          await first();
        }
        return table.put(item, expected, options);
      },
    };
  };
  const decision = (person: Parameters<typeof decideTask>[1]['person'], taskId: string) => ({
    taskId,
    person,
    outcome: 'approve' as const,
    contentHash,
  });

  it('decides nothing once the task went on, and nobody hears of a decision', async () => {
    const { task, person } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
    const table = before(deps.table, () => change('civil-affairs', without('secrecy')));
    await expect(decideTask({ ...deps, table }, decision(person('secrecy'), task.id))).rejects.toThrow(
      StalePage,
    );
    const { task: after, people } = await taken(task.id);
    expect([after.state, people]).toEqual(['open', ['editor', 'editor-two']]);
    expect(deps.answers).toEqual([]);
  });

  it('or decides first: then nothing goes on, and nobody is mailed', async () => {
    const { task, person } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
    await alter('civil-affairs', without('secrecy'));
    const table = before(deps.table, async () => {
      await alter('civil-affairs', () => department('civil-affairs'));
      await decideTask(deps, decision(person('secrecy'), task.id));
      await alter('civil-affairs', without('secrecy'));
    });
    const { handed } = await handOnAfter({ ...deps, table }, [department('civil-affairs')], system);
    const { task: after } = await taken(task.id);
    expect([handed, after.state, deps.mails]).toEqual([[], 'decided', []]);
  });

  it('is refused by another process that still remembers them', async () => {
    const { task, person } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
    // The task stays in the department, where a colleague has the role.
    await alter('civil-affairs', withRole('vice-head', 'secrecy-officer'));
    const other = { ...deps, table: { ...deps.table } };
    const secrecy = person('secrecy');
    await expect(
      decideTask(other, { ...decision(secrecy, task.id), contentHash: 'another' }),
    ).rejects.toThrow(StalePage);
    await change('civil-affairs', without('secrecy'));
    await expect(decideTask(other, decision(secrecy, task.id))).rejects.toThrow(NotAllowed);
  });

  it('costs a decision the departments it turns on, not the county’s', async () => {
    const { task, person } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
    const queries: string[] = [];
    const table: Table = {
      ...deps.table,
      query: (index, query) => {
        queries.push(index);
        return deps.table.query(index, query);
      },
    };
    await loadOrganisation({ ...deps, table });
    await decideTask({ ...deps, table }, decision(person('secrecy'), task.id));
    expect(queries.filter((index) => index === 'departments')).toHaveLength(1);
  });
});
