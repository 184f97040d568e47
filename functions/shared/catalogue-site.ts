/**
 * The catalogue on the public site. What is written is named in the records by edition, so that a run writes only
 * what changed, and a run that was cut short is finished by the next.
 */
import { createHash } from 'node:crypto';
import { localDate } from '@gongkai/calendar/local-date.ts';
import { leafColumns, leafHeading } from '@gongkai/catalogue/leaf-columns.ts';
import { catalogueTitle, leafText, templateRows } from '@gongkai/catalogue/to-cells.ts';
import { writeTemplates } from '@gongkai/catalogue/write-workbook.ts';
import { type CatalogueField, editionOn } from '@gongkai/domain/catalogue-field.ts';
import { type CatalogueItem, isListed, openToAll, publishersOn } from '@gongkai/domain/catalogue-item.ts';
import {
  renderDepartmentCatalogue,
  renderFieldCatalogue,
  renderStandardCatalogue,
} from '@gongkai/pages/catalogue-pages.tsx';
import { describeItem, itemFiles } from '@gongkai/pages/item-page.tsx';
import * as paths from '@gongkai/pages/paths.ts';
import type { SiteView } from '@gongkai/pages/views.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import * as z from 'zod';
import { listFiles } from '@gongkai/pages/files.ts';
import { itemsOf } from './catalogue.ts';
import { loadFields } from './catalogue-columns.ts';
import { writeWholeList } from './lists.ts';
import { siteView } from './site-view.ts';
import { writePage } from './write-page.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;

const writtenKey = 'catalogue/site.json';
/** Field → SHA-256 of the edition whose pages are there; `look` stands for settings, departments and pages. */
const writtenSchema = z.object({ look: z.string(), editions: z.record(z.string(), z.string()) });
export type Written = z.infer<typeof writtenSchema>;

export async function writtenCatalogue({ files }: Pick<Deps, 'files'>): Promise<Written> {
  const file = await files.get('records', writtenKey);
  return file
    ? writtenSchema.parse(JSON.parse(Buffer.from(file.body).toString('utf8')))
    : { look: '', editions: {} };
}

export async function writeCatalogue(deps: Needs): Promise<void> {
  const site = await siteView(deps);
  const today = localDate(deps.clock.now());
  const fields = await publishedFields(deps, today);
  const look = lookOf(site);
  const written = await writtenCatalogue(deps);
  const isWritten = (f: CatalogueField): boolean =>
    written.look === look && written.editions[f.id] === editionOn(f, today)!.sha256;
  const changed = fields.filter((f) => !isWritten(f));
  if (changed.length === 0 && written.look === look) return;
  const listed = await listedItems(deps, fields, today);
  for (const field of changed) await writeField(deps, site, field, listed.get(field.id)!);
  await writeDirectory(deps, site, fields, listed, today);
  const editions = Object.fromEntries(fields.map((f) => [f.id, editionOn(f, today)!.sha256]));
  await deps.files.put('records', writtenKey, Buffer.from(JSON.stringify({ look, editions })), {
    contentType: 'application/json',
  });
}

/** The same in parts, whatever is there already: of every field, then what names them all. */
export async function* catalogueParts(deps: Needs): AsyncGenerator<(deps: Needs) => Promise<void>> {
  const today = localDate(deps.clock.now());
  const fields = await publishedFields(deps, today);
  const listed = await listedItems(deps, fields, today);
  for (const field of fields)
    yield async (needs) => writeField(needs, await siteView(needs), field, listed.get(field.id)!);
  yield async (needs) => writeDirectory(needs, await siteView(needs), fields, listed, today);
}

const publishedFields = async (deps: Needs, today: string): Promise<CatalogueField[]> =>
  (await loadFields(deps)).filter((f) => editionOn(f, today));

async function listedItems(
  deps: Needs,
  fields: readonly CatalogueField[],
  today: string,
): Promise<Map<string, CatalogueItem[]>> {
  const items = fields.map(async (f): Promise<[string, CatalogueItem[]]> => [
    f.id,
    (await itemsOf(deps, f)).filter((item) => isListed(item, today)),
  ]);
  return new Map(await Promise.all(items));
}

/** Another look writes everything anew. */
function lookOf(site: SiteView): string {
  const view = { field: { id: '', name: '' }, item: someItem };
  const list = { ...describeItem(view), entries: [], archivePages: 1, updatedAt: '' };
  const pages = [
    renderFieldCatalogue(site, { ...view, edition: { number: 1, from: '' }, items: [] }),
    itemFiles(site, { ...view, today: someItem.since, list }),
    listFiles(site, { ...list, page: 1 }),
  ];
  return createHash('sha256')
    .update(JSON.stringify([site, pages]))
    .digest('hex');
}
const someItem: CatalogueItem = {
  ...openToAll,
  id: '',
  department: '',
  since: '2020-01-01',
  first: '',
  second: '',
  content: '',
  basis: '',
  groups: '',
  publishers: [],
  limit: { text: '', understood: true },
};

async function writeField(
  deps: Needs,
  site: SiteView,
  field: CatalogueField,
  items: CatalogueItem[],
): Promise<void> {
  const edition = editionOn(field, localDate(deps.clock.now()))!;
  for (const { path, body } of renderFieldCatalogue(site, { field, edition, items }))
    await writePage(deps.files, path, body);
  await writePage(
    deps.files,
    paths.fieldCatalogueJsonPath(field.id),
    JSON.stringify(jsonOf(field, edition, items)),
  );
  const title = catalogueTitle(field.name);
  const workbook = await writeTemplates([{ name: field.name, rows: templateRows(title, items) }]);
  await deps.files.put('public', paths.fieldCatalogueWorkbookPath(field.id), workbook, {
    contentType: 'application/octet-stream',
    downloadName: `${title}.xlsx`,
  });
  // Ended ones, too: they keep their page, with a note.
  const all = (await itemsOf(deps, field)).filter((item) => item.proactive);
  for (let i = 0; i < all.length; i += atOnce)
    await Promise.all(
      all.slice(i, i + atOnce).map(({ id }) => writeWholeList(deps, site, { kind: 'item', id })),
    );
}
const atOnce = 16;

/** Everything the table says, with the structured limit beside its text. */
const jsonOf = (
  field: CatalogueField,
  edition: { number: number; from: string },
  items: readonly CatalogueItem[],
) => ({
  field: { id: field.id, name: field.name },
  edition: { number: edition.number, from: edition.from },
  columns: leafColumns.map(({ leaf }) => ({ id: leaf, name: leafHeading(leaf) })),
  items: items.map((item, i) => ({
    id: item.id,
    page: item.proactive ? paths.itemPath(item.id) : null,
    data: item.proactive ? paths.listApiPath('item', item.id) : null,
    values: Object.fromEntries(leafColumns.map(({ leaf }) => [leaf, leafText(leaf, item, i + 1)])),
    limit: item.limit,
    channels: item.channels,
    otherChannels: item.otherChannels,
    departments: item.publishers.flatMap((p) => p.department ?? []),
  })),
});

async function writeDirectory(
  deps: Needs,
  site: SiteView,
  fields: readonly CatalogueField[],
  listed: ReadonlyMap<string, CatalogueItem[]>,
  today: string,
): Promise<void> {
  const all = fields.flatMap((f) => listed.get(f.id)!);
  const byDepartment = site.departments
    .map((department) => ({
      department,
      items: all.filter((item) => publishersOn(item, today).includes(department.id)),
    }))
    .filter(({ items }) => items.length > 0);
  for (const { department, items } of byDepartment)
    for (const { path, body } of renderDepartmentCatalogue(site, department, items))
      await writePage(deps.files, path, body);
  const index = renderStandardCatalogue(site, {
    fields: fields.map((f) => ({ id: f.id, name: f.name, items: listed.get(f.id)!.length })),
    departments: byDepartment.map(({ department }) => department),
  });
  await writePage(deps.files, paths.standardCataloguePath, index);
}
