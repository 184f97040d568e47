/** The interpretation a person hands in with an `interpret` task. */
import { createHash } from 'node:crypto';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { type Actor, append } from '@gongkai/domain/history.ts';
import type { Interpretation } from '@gongkai/domain/interpretation.ts';
import type { Task } from '@gongkai/domain/task.ts';
import type { CleanInput } from './deciding-input.ts';

/** Same task, person and content: same id. Two people who race hand in two, and one of them is linked. */
export function interpretationOf(
  task: Task,
  document: GovDocument,
  input: NonNullable<CleanInput['interpretation']>,
  actor: Actor,
  at: string,
): Interpretation {
  const { title, form, text, contact } = input;
  const contentHash = sha256([title, form, text, contact]);
  return {
    kind: 'interpretation',
    id: `i${sha256([task.id, actor.id, contentHash]).slice(0, 19)}`,
    version: 0,
    documentId: document.id,
    department: document.department,
    author: actor.id,
    title,
    form,
    text,
    contact,
    contentHash,
    state: 'submitted',
    createdAt: at,
    history: append([], { at, actor, action: 'submitted', to: 'submitted', contentHash }),
  };
}

const sha256 = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
