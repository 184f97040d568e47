/** Fields as items: a field of the seed is stored when it is first changed. */
import { afterPeriod, onDate } from '@gongkai/calendar/periods.ts';
import {
  type CatalogueField,
  type FieldData,
  fieldFrom,
  filingMonths,
} from '@gongkai/domain/catalogue-field.ts';
import { seedFields } from '@gongkai/domain/catalogue-seed.ts';
import { InputRefused, NotFound, StalePage } from '@gongkai/domain/errors.ts';
import { type Actor, append } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { forgetFields } from './catalogue-columns.ts';
import { catalogueFields } from './stores.ts';

type Needs = Pick<Deps, 'table' | 'clock' | 'calendar'>;

/** Throws {@link NotFound}. Stores the seed's field if nothing is stored yet. */
export async function needField({ table }: Pick<Deps, 'table'>, id: string): Promise<CatalogueField> {
  const stored = await catalogueFields(table).get(id);
  if (stored) return stored;
  const seed = seedFields.find((f) => f.id === id);
  if (!seed) throw new NotFound(`领域 ${id} 不存在`);
  return (await catalogueFields(table).createOnce(seed)).value;
}

interface Changing {
  actor: Actor;
  /** Version the page showed. */
  version?: number;
}

/** A later field, or new facts about one. Throws {@link StalePage}. */
export async function saveField(
  deps: Needs,
  data: FieldData,
  { actor, version }: Changing,
): Promise<CatalogueField> {
  const known = seedFields.some((f) => f.id === data.id);
  if (known) await needField(deps, data.id);
  else await catalogueFields(deps.table).createOnce(fieldFrom(data));
  const at = deps.clock.now().toISOString();
  const stored = await catalogueFields(deps.table).update(data.id, (field) => {
    if (version !== undefined && version !== field.version) throw new StalePage('这个领域刚刚被别人修改过。');
    return { ...field, ...data, history: append(field.history, { at, actor, action: 'field-saved' }) };
  });
  forgetFields(deps.table);
  return stored;
}

/**
 * Asks the field's departments to file: by a set day, or three months after the guideline (耿政办发〔2020〕49号).
 * The tasks are opened by the clock-watcher, or at once by who calls `openFilingTasks`.
 */
export async function openRound(
  deps: Needs,
  fieldId: string,
  { actor, due }: { actor: Actor; due?: string | undefined },
): Promise<CatalogueField> {
  const field = await needField(deps, fieldId);
  const calendar = await deps.calendar();
  if (due === undefined && !field.guideline)
    throw new InputRefused('请填写报送截止日期，或者先登记国务院部门标准指引的发布日期（3 个月内报送）。');
  const deadline =
    due === undefined
      ? afterPeriod(calendar, field.guideline!.date, { count: filingMonths, unit: 'month' })
      : onDate(calendar, due);
  const at = deps.clock.now().toISOString();
  const stored = await catalogueFields(deps.table).update(fieldId, (f) => ({
    ...f,
    round: { number: (f.round?.number ?? 0) + 1, due: deadline, opened: false },
    history: append(f.history, { at, actor, action: 'round-opened', to: deadline.date }),
  }));
  forgetFields(deps.table);
  return stored;
}
