import { seedCatalogue } from '../../packages/cli/demo-catalogue.ts';
import { demoCounty } from '../../packages/cli/demo-county.ts';
import { system } from '@gongkai/domain/history.ts';
import { expect, it } from 'vitest';
import { memoryDeps } from '../../test/support/memory-deps.ts';
import { listedItems } from './catalogue.ts';
import { needField } from './catalogue-fields.ts';
import { proposeItem } from './filed-under.ts';
import { importOrganisation } from './organisation-file.ts';

async function county() {
  const deps = memoryDeps('2026-09-21T01:00:00Z');
  await importOrganisation(deps, JSON.stringify(demoCounty), system);
  await seedCatalogue(deps);
  const propose = (title: string, catalogueItem: string, department = 'civil-affairs') =>
    proposeItem(deps, {
      department,
      title,
      createdAt: '2026-09-21T01:00:00Z',
      declared: { attribute: 'public', catalogueItem, needsInterpretation: false },
      metadata: { title, documentNumber: null, issuer: null, writtenDate: '2026-09-14', mark: null },
    });
  return { deps, propose };
}

it('a document filed under a field is matched to the item its title names, with the reason and the item’s limit', async () => {
  const { propose } = await county();
  const { filed, subject } = await propose(
    '关于2026年第三季度最低生活保障审批信息的公示',
    'social-assistance',
  );
  expect(filed).toMatchObject({
    name: '社会救助·最低生活保障·审批信息',
    column: 'social-assistance',
    reason: expect.stringContaining('“审批信息”'),
    limit: '制定或获取信息之日起10个工作日内',
    // Ten working days on from the 14th, with the make-up Sunday and without the holidays.
    due: { from: '2026-09-14', workingDays: 10, date: '2026-09-28' },
  });
  expect(subject?.item).toMatchObject({ proactive: true });
});

it('a document whose title names none stays under its field, with the law’s limit', async () => {
  const { propose } = await county();
  const { filed } = await propose('关于召开工作会议的通知', 'social-assistance');
  expect(filed).toMatchObject({ id: 'social-assistance', due: { workingDays: 20 } });
  expect(filed?.limit).toBeUndefined();
});

it('an item that was declared is not second-guessed', async () => {
  const { deps, propose } = await county();
  const [item] = await listedItems(deps, await needField(deps, 'budgets'));
  expect((await propose('关于最低生活保障审批信息的公示', item!.id, 'finance')).filed?.id).toBe(item!.id);
});
