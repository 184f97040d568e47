/** What the people of a trial county do, in few words. */
import { handIn } from '@gongkai/cli/driver.ts';
import type { TrialPlace } from '@gongkai/cli/trial.ts';
import { decideTask, type DecideInput } from '@gongkai/functions/shared/decide.ts';
import { loadOrganisation } from '@gongkai/functions/shared/organisation.ts';
import { documents, tasks } from '@gongkai/functions/shared/stores.ts';
import type { UploadForm } from '@gongkai/functions/portal/upload/submit-form.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Membership } from '@gongkai/domain/organisation.ts';
import type { Task, TaskKind } from '@gongkai/domain/task.ts';
import { officialDocuments } from '@gongkai/cli/demo-documents.ts';

export const textOf = (id: string): string => officialDocuments.find((d) => d.id === id)!.text;

export const publicForm: UploadForm = {
  title: '',
  attribute: 'public',
  catalogueItem: 'policy-documents',
  needsInterpretation: false,
};

type Answer = Partial<Omit<DecideInput, 'taskId' | 'person'>>;

/** People of the department of civil affairs unless a full id is given. */
const idOf = (who: string): string =>
  ['editor', 'editor2', 'admin'].includes(who) ? `county-office-${who}` : `civil-affairs-${who}`;

export function peopleOf({ place, trial }: Pick<TrialPlace, 'place' | 'trial'>) {
  const { deps } = place;
  const person = async (who: string): Promise<Membership> => {
    const found = (await loadOrganisation(deps)).person(idOf(who));
    if (!found) throw new Error(`no person ${who}`);
    return found;
  };
  const document = (id: string): Promise<GovDocument> => documents(deps.table).need(id);
  const tasksOf = async (id: string): Promise<Task[]> =>
    (await tasks(deps.table).query('tasks-by-subject', { partition: id, limit: 100 })).items;
  const openTask = async (id: string, kind: TaskKind): Promise<Task> => {
    const open = (await tasksOf(id)).filter((t) => t.state === 'open');
    const found = open.find((t) => t.task === kind);
    if (!found) throw new Error(`no open ${kind}, but ${open.map((t) => t.task).join(', ') || 'nothing'}`);
    return found;
  };
  const decide = async (id: string, kind: TaskKind, who: string, answer: Answer): Promise<Task> => {
    const task = await openTask(id, kind);
    const decided = await decideTask(deps, {
      taskId: task.id,
      person: await person(who),
      contentHash: task.contentHash,
      outcome: 'approve',
      ...answer,
    });
    await place.settle();
    return decided.task;
  };
  return {
    person,
    document,
    tasksOf,
    openTask,
    decide,
    approve: (id: string, kind: TaskKind, who: string, answer: Answer = {}) => decide(id, kind, who, answer),
    handIn: async (
      text: string | Uint8Array,
      form: Partial<UploadForm> = {},
      { clerk = 'clerk', name = '通知.txt' } = {},
    ): Promise<string> => {
      const id = await handIn(place, {
        clerk: idOf(clerk),
        form: { ...publicForm, ...form },
        files: [{ name, body: Buffer.from(text) }],
      });
      await place.settle();
      return id;
    },
    /** Head, secrecy officer and office say yes. */
    approveAll: async (id: string): Promise<void> => {
      await decide(id, 'confirm-attribute', 'head', {});
      await decide(id, 'secrecy-review', 'secrecy', {});
      await decide(id, 'publication-review', 'editor', {});
    },
    /** Subjects without the common start, oldest first. */
    mails: async (to?: string): Promise<string[]> =>
      (await trial.outbox())
        .toReversed()
        .filter((m) => to === undefined || m.to === to)
        .map((m) => m.subject.replace('【政务公开】', '')),
    mailTexts: async (): Promise<string[]> => (await trial.outbox()).map((m) => m.text),
    publicPage: async (path: string): Promise<string> => {
      const page = await deps.files.get('public', path);
      return page ? Buffer.from(page.body).toString() : '';
    },
  };
}
