/** The redacted copies of a revision's files. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { revisionFile } from './revision-file.ts';

const redactedSchema = z.object({
  files: z.array(
    z.object({
      slot: z.int().nonnegative(),
      name: z.string(),
      /** Of the copy: its bytes lie under `redactedFileKey`. */
      type: z.enum(['txt', 'docx', 'xlsx', 'pdf']),
      sha256: z.string(),
      size: z.int().nonnegative(),
      /** What the copy says, as the public page shows it. */
      text: z.string(),
    }),
  ),
  /** {@link redactedHash} of `files`: what the approval of the redacted copy is bound to. */
  hash: z.string(),
  /** How many places were cut. */
  removed: z.int().nonnegative(),
  /** Of these, how many of each kind of finding; `text`, `column` and `box` are what reviewers added. */
  kinds: z.record(z.string(), z.int()),
});
export type Redacted = z.infer<typeof redactedSchema>;

/** Over the bytes of every copy, by their hashes, and what stands beside them. */
export const redactedHash = (files: Redacted['files']): string =>
  createHash('sha256').update(JSON.stringify(files)).digest('hex');

export const { load: loadRedacted, save: saveRedacted } = revisionFile('redacted', redactedSchema);
