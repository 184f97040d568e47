/** Where a task is done that is about no document, and whose it is. */
import { partOf } from '@gongkai/domain/catalogue-part.ts';
import type { Task } from '@gongkai/domain/task.ts';

type About = Pick<Task, 'task' | 'subject'>;

/** Path below the portal. */
export const cataloguePartPath = (part: string): string => {
  const { field, department } = partOf(part);
  return `/catalogue/${field}/${department}`;
};

export const pageOfTask = ({ task, subject }: About): string =>
  task === 'confirm-profile' ? `/profiles/${subject}` : cataloguePartPath(subject);

/** The department whose part or profile it is. */
export const ownerOfTask = ({ task, subject }: About): string =>
  task === 'confirm-profile' ? subject : partOf(subject).department;
