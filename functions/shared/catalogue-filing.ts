/**
 * One department's part of a field on its way into the catalogue. Each act is one conditional write of the part;
 * what follows from it (tasks, the field's new edition) is settled afterwards, and swept up if that was cut short.
 */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { identify, withEnded } from '@gongkai/catalogue/identify.ts';
import { addDays } from '@gongkai/calendar/local-date.ts';
import { type CatalogueItem, type ItemContent, itemContentSchema } from '@gongkai/domain/catalogue-item.ts';
import { type CataloguePart, emptyPart, movePart, partId } from '@gongkai/domain/catalogue-part.ts';
import { InputRefused, StalePage } from '@gongkai/domain/errors.ts';
import type { Actor } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { loadDraftRows, loadPartItems, saveDraftRows, savePartItems } from './catalogue-files.ts';
import { catalogueParts } from './stores.ts';

export type FilingDeps = Pick<Deps, 'table' | 'files' | 'clock'>;

/** 200 items are many; with this a file stays below a few megabytes. */
const mostItems = 2_000;

export const loadPart = async (
  { table }: Pick<Deps, 'table'>,
  field: string,
  department: string,
): Promise<CataloguePart> =>
  (await catalogueParts(table).get(partId(field, department))) ?? emptyPart(field, department);

/** Of the draft, where there is one; else of what was approved; ended items are left out. */
export async function currentRows(
  { files }: Pick<Deps, 'files'>,
  part: CataloguePart,
): Promise<ItemContent[]> {
  if (part.draft) return loadDraftRows(files, part.id, part.draft.sha256);
  return (await approvedItems({ files }, part)).filter((item) => item.until === undefined).map(contentOf);
}

/** As approved, ended items included. */
export const approvedItems = async (
  { files }: Pick<Deps, 'files'>,
  { id, approved }: CataloguePart,
): Promise<CatalogueItem[]> => (approved ? loadPartItems(files, id, approved.sha256) : []);

const contentOf = (item: CatalogueItem): ItemContent => itemContentSchema.parse(item);

interface Save {
  field: string;
  department: string;
  rows: readonly ItemContent[];
  actor: Actor;
  /** Version of the part that the page showed; throws {@link StalePage} if it is another by now. */
  version?: number | undefined;
}

/** Keeps rows as the draft. Many changes of one person on one day are one entry of the history. */
export async function saveDraft(
  deps: FilingDeps,
  { field, department, rows, actor, version }: Save,
): Promise<CataloguePart> {
  if (rows.length > mostItems)
    throw new InputRefused(`一个领域最多 ${mostItems} 个公开事项，这里有 ${rows.length} 个，请检查。`);
  const id = partId(field, department);
  const sha256 = await saveDraftRows(deps.files, id, rows);
  const at = deps.clock.now().toISOString();
  const draft = { sha256, rows: rows.length, at, actor };
  await catalogueParts(deps.table).createOnce(emptyPart(field, department));
  return catalogueParts(deps.table).update(id, (part) => {
    assertSeen(part, version);
    if (part.draft?.sha256 === sha256) return part;
    const last = part.history.at(-1);
    const goesOn =
      part.state === 'draft' &&
      last?.action === 'catalogue-drafted' &&
      last.actor.id === actor.id &&
      localDate(last.at) === localDate(at);
    return goesOn
      ? { ...part, draft }
      : movePart(part, 'draft', { at, actor, action: 'catalogue-drafted', contentHash: sha256 }, { draft });
  });
}

const assertSeen = (part: CataloguePart, version: number | undefined): void => {
  // Saving makes an untouched part first, whose page showed none.
  const isUntouched = part.state === 'empty' && version === 0;
  if (version !== undefined && version !== part.version && !isUntouched)
    throw new StalePage('目录刚刚被别人修改过，您的操作没有生效。');
};

interface Judge {
  part: string;
  actor: Actor;
  reason: string;
  /** SHA-256 of the rows the person saw. */
  contentHash: string;
}

/** Hands the draft in. */
export async function filePart(
  deps: FilingDeps,
  { part: id, actor, reason, contentHash }: Judge,
): Promise<CataloguePart> {
  const at = deps.clock.now().toISOString();
  return catalogueParts(deps.table).update(id, (part) => {
    if (!part.draft || part.draft.rows === 0) throw new InputRefused('目录还是空的：请先填写或上传。');
    if (part.draft.sha256 !== contentHash) throw new StalePage('目录刚刚被修改过，请核对后再报送。');
    return movePart(
      part,
      'filed',
      { at, actor, action: 'catalogue-filed', reason, contentHash },
      { filed: { ...part.draft, at, actor, reason }, revision: part.revision + 1, unsettled: true },
    );
  });
}

/** Back to the department with a reason. */
export async function returnPart(
  deps: FilingDeps,
  { part: id, actor, reason, contentHash }: Judge,
): Promise<CataloguePart> {
  if (reason.trim() === '') throw new InputRefused('退回必须写明理由。');
  const at = deps.clock.now().toISOString();
  return catalogueParts(deps.table).update(id, (part) => {
    assertFiled(part, contentHash);
    return movePart(
      part,
      'returned',
      { at, actor, action: 'catalogue-returned', reason, contentHash },
      { returned: { reason, at }, unsettled: true },
    );
  });
}

/** Items keep or get their ids here; those left out end. In force from `from`, a local date not in the past. */
export async function approvePart(
  deps: FilingDeps,
  { part: id, actor, reason, contentHash, from }: Judge & { from: string },
): Promise<CataloguePart> {
  const today = localDate(deps.clock.now());
  if (from < today) throw new InputRefused('生效日期不能早于今天。');
  const before = await catalogueParts(deps.table).need(id);
  assertFiled(before, contentHash);
  const { field, department } = before;
  const earlier = await approvedItems(deps, before);
  const rows = await loadDraftRows(deps.files, id, contentHash);
  const items = withEnded(identify({ field, department }, rows, earlier, from), earlier, addDays(from, -1));
  const sha256 = await savePartItems(deps.files, id, items);
  const at = deps.clock.now().toISOString();
  return catalogueParts(deps.table).update(id, (part) => {
    assertFiled(part, contentHash);
    if (part.approved?.sha256 !== before.approved?.sha256) throw new StalePage('目录刚刚被别人审核过。');
    const { draft: _, ...rest } = part;
    return movePart(
      rest,
      'approved',
      { at, actor, action: 'catalogue-approved', reason, contentHash },
      { approved: { sha256, rows: rows.length, at, actor, reason, from }, unsettled: true },
    );
  });
}

function assertFiled(part: CataloguePart, contentHash: string): void {
  if (part.state === 'filed' && part.filed?.sha256 !== contentHash)
    throw new StalePage('部门重新报送过，您看到的内容已不是最新。');
}
