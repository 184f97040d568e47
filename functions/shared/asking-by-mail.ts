/** Asks everybody whose task about a document it is, each by a link of their own. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Organisation } from '@gongkai/domain/organisation.ts';
import type { Task } from '@gongkai/domain/task.ts';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { eachToItsEnd } from './each-to-its-end.ts';
import { taskMail } from './mails.ts';
import { opaqueFor, recipients } from './new-task.ts';

/** The mail's id keeps a repeat from sending it again. */
export const askByMail = (
  deps: Pick<DepsWithoutFiles, 'mail' | 'links' | 'settings'>,
  task: Task,
  document: GovDocument,
  organisation: Organisation,
): Promise<void> =>
  eachToItsEnd(recipients(task, organisation), ({ person }) => {
    const opaque = opaqueFor(deps, task, person.id);
    return deps.mail.send(taskMail(deps.settings, { task, document, person, opaque }));
  });
