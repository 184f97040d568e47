/** Lists of documents for the portal: bounded, newest first. */
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { type DocumentState, documentStates } from '@gongkai/domain/document-state.ts';
import { type GovDocument, statePartition } from '@gongkai/domain/document.ts';
import type { Task } from '@gongkai/domain/task.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { Page } from '@gongkai/platform/ports.ts';
import { documents, tasks } from '../../shared/stores.ts';

const perPage = 30;
/** A filter that matches little must not read a department's whole past in one request. */
const mostReads = 5;
const countTo = 100;
const tasksLookedAt = 500;

type Store = Pick<Deps, 'table'>;

export const ofDepartment = (
  deps: Store,
  department: string,
  state: DocumentState | undefined,
  after?: string,
): Promise<Page<GovDocument>> => ofIndex(deps, 'documents-by-department', department, state, after);

export const ofState = (deps: Store, state: DocumentState, after?: string): Promise<Page<GovDocument>> =>
  ofIndex(deps, 'documents-by-state', statePartition(state), state, after);

/** A page may hold a little more than {@link perPage}, or less with more to come. */
async function ofIndex(
  { table }: Store,
  index: 'documents-by-department' | 'documents-by-state',
  partition: string,
  state: DocumentState | undefined,
  after: string | undefined,
): Promise<Page<GovDocument>> {
  const items: GovDocument[] = [];
  let next = after;
  for (let reads = 0; reads < mostReads; reads++) {
    const page = await documents(table).query(index, {
      partition,
      descending: true,
      limit: perPage,
      ...(next === undefined ? {} : { after: next }),
    });
    items.push(...page.items.filter((d) => state === undefined || d.state === state));
    next = page.next;
    if (next === undefined || items.length >= perPage) break;
  }
  return { items, ...(next === undefined ? {} : { next }) };
}

/** With a plus where counting stops: `100+`. */
export const countsByState = async ({ table }: Store): Promise<Map<DocumentState, string>> =>
  new Map(
    await Promise.all(
      documentStates.map(async (state): Promise<[DocumentState, string]> => {
        const page = await table.query('documents-by-state', {
          partition: statePartition(state),
          descending: true,
          limit: countTo,
        });
        const found = page.items.filter((item) => item.value['state'] === state).length;
        return [state, page.next === undefined ? String(found) : `${found}+`];
      }),
    ),
  );

/** Open tasks past their date, longest overdue first. The clock-watcher looks at these first, too. */
export async function overdueTasks({ table }: Store, today: LocalDate): Promise<Task[]> {
  const { items } = await tasks(table).query('tasks-by-attention', {
    partition: 'open',
    limit: tasksLookedAt,
  });
  return items.filter((t) => t.due.date < today).toSorted((a, b) => a.due.date.localeCompare(b.due.date));
}
