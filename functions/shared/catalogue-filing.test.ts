import { readLimit } from '@gongkai/catalogue/limit-text.ts';
import { type ItemContent, openToAll } from '@gongkai/domain/catalogue-item.ts';
import { partId } from '@gongkai/domain/catalogue-part.ts';
import type { Actor } from '@gongkai/domain/history.ts';
import { verifies } from '@gongkai/domain/history.ts';
import { system } from '@gongkai/domain/history.ts';
import { describe, expect, it } from 'vitest';
import { demoCounty } from '../../packages/cli/demo-county.ts';
import { memoryDeps } from '../../test/support/memory-deps.ts';
import { listedItems, subjectOf } from './catalogue.ts';
import { loadFields } from './catalogue-columns.ts';
import { needField, openRound } from './catalogue-fields.ts';
import { approvePart, filePart, loadPart, returnPart, saveDraft } from './catalogue-filing.ts';
import { settlePart, settleParts } from './catalogue-settle.ts';
import { openFilingTasks } from './catalogue-tasks.ts';
import { importOrganisation } from './organisation-file.ts';
import { catalogueParts, tasks } from './stores.ts';

const head: Actor = { id: 'finance-head', name: '负责', role: 'department-head' };
const editor: Actor = { id: 'county-office-editor', name: '审核', role: 'office-editor' };
const id = partId('budgets', 'finance');
const row = (second: string, more: Partial<ItemContent> = {}): ItemContent => ({
  ...openToAll,
  first: '财政预决算',
  second,
  content: `${second}的内容`,
  basis: '预算法',
  limit: readLimit('批复后20日内'),
  publishers: [{ name: '财政局', department: 'finance' }],
  ...more,
});

async function county() {
  const deps = memoryDeps('2026-11-23T01:00:00Z');
  await importOrganisation(deps, JSON.stringify(demoCounty), system);
  const file = async (rows: ItemContent[]) => {
    const draft = await saveDraft(deps, { field: 'budgets', department: 'finance', rows, actor: head });
    return filePart(deps, { part: id, actor: head, reason: '', contentHash: draft.draft!.sha256 });
  };
  const approve = async (rows: ItemContent[], from = '2026-11-23') => {
    const part = await file(rows);
    return approvePart(deps, {
      part: id,
      actor: editor,
      reason: '齐全',
      contentHash: part.filed!.sha256,
      from,
    });
  };
  const openTasks = async () =>
    (await tasks(deps.table).query('tasks-by-attention', { partition: 'open', limit: 50 })).items.map(
      (t) => t.id,
    );
  return { deps, file, approve, openTasks };
}

describe('a filing', () => {
  it('goes from the department to the office and into the catalogue, with its history', async () => {
    const { deps, file, openTasks } = await county();
    await openRound(deps, 'budgets', { actor: editor, due: '2026-12-31' });
    await openFilingTasks(deps);
    expect(await openTasks()).toEqual(['budgets.finance-file-1']);
    const filed = await file([row('政府预算'), row('部门预算')]);
    await settlePart(deps, filed);
    expect(await openTasks()).toEqual(['budgets.finance-review-1']);
    const contentHash = filed.filed!.sha256;
    const judge = { part: id, actor: editor, reason: '齐全', contentHash, from: '2026-11-23' };
    await settlePart(deps, await approvePart(deps, judge));
    expect(await openTasks()).toEqual([]);
    const [edition] = (await needField(deps, 'budgets')).editions;
    expect(edition).toMatchObject({
      number: 1,
      items: 2,
      added: 2,
      from: '2026-11-23',
      reason: '齐全',
      actor: editor,
    });
    const { history } = await loadPart(deps, 'budgets', 'finance');
    expect(history.map((h) => h.action)).toEqual([
      'catalogue-drafted',
      'catalogue-filed',
      'catalogue-approved',
    ]);
    expect(verifies(history)).toBe(true);
    expect(deps.mails.map((m) => m.subject)).toEqual([
      expect.stringContaining('报送公开事项目录'),
      expect.stringContaining('报送公开事项目录'),
      expect.stringContaining('审核公开事项目录'),
      expect.stringContaining('审核公开事项目录'),
    ]);
  });

  it('whose consequences were cut short is settled by the sweep, once', async () => {
    const { deps, approve } = await county();
    await approve([row('政府预算')]);
    await settleParts(deps);
    const after = await needField(deps, 'budgets');
    await settleParts(deps);
    expect(after.editions).toHaveLength(1);
    expect(await needField(deps, 'budgets')).toEqual(after);
  });

  it('approved and drafted anew before the sweep still enters the catalogue', async () => {
    const { deps, approve } = await county();
    await approve([row('政府预算')]);
    await saveDraft(deps, { field: 'budgets', department: 'finance', rows: [row('新的')], actor: head });
    await settleParts(deps);
    expect((await needField(deps, 'budgets')).editions[0]).toMatchObject({ items: 1 });
  });

  it('returned tells the department why and can be filed again', async () => {
    const { deps, file } = await county();
    const filed = await file([row('政府预算')]);
    await settlePart(deps, filed);
    const judged = { part: id, actor: editor, contentHash: filed.filed!.sha256 };
    await expect(returnPart(deps, { ...judged, reason: ' ' })).rejects.toThrow('必须写明理由');
    await settlePart(deps, await returnPart(deps, { ...judged, reason: '缺少决算' }));
    expect(deps.mails.at(-1)).toMatchObject({
      to: 'head@finance.demo',
      text: expect.stringContaining('缺少决算'),
    });
    expect((await file([row('政府预算'), row('政府决算')])).revision).toBe(2);
  });

  it('cannot be approved once the department has filed something else', async () => {
    const { deps, file } = await county();
    const first = await file([row('政府预算')]);
    await returnPart(deps, { part: id, actor: editor, reason: '不全', contentHash: first.filed!.sha256 });
    await file([row('政府决算')]);
    const stale = {
      part: id,
      actor: editor,
      reason: '',
      contentHash: first.filed!.sha256,
      from: '2026-11-23',
    };
    await expect(approvePart(deps, stale)).rejects.toThrow('已不是最新');
  });

  it('takes the first row of a part that nobody has touched, and that page only once', async () => {
    const { deps } = await county();
    const save = { field: 'budgets', department: 'finance', actor: head };
    const seen = await loadPart(deps, save.field, save.department);
    expect(seen.state).toBe('empty');
    const first = { ...save, rows: [row('甲')], version: seen.version };
    expect(await saveDraft(deps, first)).toMatchObject({ state: 'draft', draft: { rows: 1 } });
    await expect(saveDraft(deps, { ...first, rows: [row('乙')] })).rejects.toThrow('别人修改过');
  });

  it('edited on a page that is out of date changes nothing', async () => {
    const { deps } = await county();
    const save = { field: 'budgets', department: 'finance', actor: head };
    const seen = await saveDraft(deps, { ...save, rows: [row('甲')] });
    await saveDraft(deps, { ...save, rows: [row('乙')], version: seen.version });
    await expect(saveDraft(deps, { ...save, rows: [row('丙')], version: seen.version })).rejects.toThrow(
      '别人修改过',
    );
  });
});

describe('editions', () => {
  it('keep the id of a renamed item and end a removed one', async () => {
    const { deps, approve } = await county();
    await settlePart(deps, await approve([row('政府预算'), row('部门预算')]));
    const [budget, department] = await listedItems(deps, await needField(deps, 'budgets'));
    deps.setNow('2026-12-01T01:00:00Z');
    await settlePart(
      deps,
      await approve([row('政府预算（草案）', { content: '政府预算的内容' })], '2026-12-01'),
    );
    const field = await needField(deps, 'budgets');
    const items = await listedItems(deps, field);
    expect(items.map((i) => [i.id, i.second])).toEqual([[budget!.id, '政府预算（草案）']]);
    expect(field.editions[0]).toMatchObject({ number: 2, added: 0, removed: 1, changed: 1 });
    expect((await subjectOf(deps, department!.id))?.item).toMatchObject({ until: '2026-11-30' });
  });

  it('hold from their day on: before it the old one is in force', async () => {
    const { deps, approve } = await county();
    await settlePart(deps, await approve([row('政府预算')]));
    await settlePart(deps, await approve([row('政府预算'), row('政府决算')], '2027-01-01'));
    const field = (await loadFields(deps)).find((f) => f.id === 'budgets');
    expect(await listedItems(deps, field!)).toHaveLength(1);
    deps.setNow('2027-01-02T01:00:00Z');
    expect(await listedItems(deps, field!)).toHaveLength(2);
  });

  it('of two departments approved at once hold the items of both', async () => {
    const { deps, approve } = await county();
    const finance = await approve([row('政府预算')]);
    const other = await saveDraft(deps, {
      field: 'budgets',
      department: 'taxation',
      rows: [row('税收返还')],
      actor: head,
    });
    const filed = await filePart(deps, {
      part: other.id,
      actor: head,
      reason: '',
      contentHash: other.draft!.sha256,
    });
    const taxation = await approvePart(deps, {
      part: filed.id,
      actor: editor,
      reason: '',
      contentHash: filed.filed!.sha256,
      from: '2026-11-23',
    });
    await Promise.all([settlePart(deps, finance), settlePart(deps, taxation)]);
    const field = await needField(deps, 'budgets');
    expect((await listedItems(deps, field)).map((i) => i.second).sort()).toEqual(['政府预算', '税收返还']);
    expect(field.editions).toHaveLength(2);
    expect(
      await catalogueParts(deps.table).query('catalogue-to-settle', { partition: 'unsettled', limit: 9 }),
    ).toMatchObject({ items: [] });
  });
});
