/** What the workflow keeps beside a revision in the records area: its text, its findings, its redacted copy. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { NotFound } from '@gongkai/domain/errors.ts';
import { particularsSchema } from '@gongkai/domain/particulars.ts';
import type { Files } from '@gongkai/platform/ports.ts';

export const severities = ['block', 'review', 'note'] as const;

const textSchema = z.lazy(() =>
  z.object({
    files: z.array(
      z.object({
        slot: z.int().nonnegative(),
        name: z.string(),
        type: z.string(),
        blocks: z.array(
          z.object({
            text: z.string(),
            kind: z.enum(['paragraph', 'heading', 'row']),
            cells: z.array(z.string()).optional(),
            part: z.string().optional(),
            /** Counts the tables of the file; absent for what was read before they were counted. */
            table: z.int().optional(),
            page: z.int().optional(),
          }),
        ),
        /** Text a reader of the page does not see: comments, deletions, properties, hidden cells. */
        hidden: z.array(
          z.object({
            kind: z.string(),
            text: z.string(),
            place: z.string(),
            cells: z.array(z.string()).optional(),
            headings: z.array(z.string()).optional(),
          }),
        ),
        /** Where pictures stand whose text was not read; absent for what was read before they were counted. */
        pictures: z
          .array(z.object({ place: z.string(), count: z.int(), scan: z.literal(true).optional() }))
          .optional(),
      }),
    ),
    /** Where each piece of metadata was found, and in which line. */
    found: z.record(z.string(), z.object({ where: z.string(), line: z.int() })),
    /** Absent for what was read before it was kept. */
    particulars: particularsSchema.optional(),
    /** Chinese sentences about what could not be read. */
    problems: z.array(z.string()),
  }),
);
export type Text = z.infer<typeof textSchema>;
export type TextFile = Text['files'][number];

/** What a reader of the page sees. */
export const visibleText = ({ blocks }: Pick<TextFile, 'blocks'>): string =>
  blocks.map((b) => b.text).join('\n');

export const findingSchema = z.object({
  /** `f1`, `f2`, … across all files of a revision. */
  id: z.string(),
  slot: z.int().nonnegative(),
  kind: z.string(),
  severity: z.enum(severities),
  /** Index of the block; with `hidden`, nothing in the visible text. */
  line: z.int(),
  /** Offsets in that block's text, end exclusive. */
  start: z.int(),
  end: z.int(),
  match: z.string(),
  excerpt: z.string(),
  rule: z.string(),
  /** The law it rests on, and by which signs it was found; earlier findings have neither. */
  law: z.string().optional(),
  why: z.string().optional(),
  /** The place is the heading of a column, and the find is about the cells below. */
  scope: z.literal('column').optional(),
  /** Where it hides, when a reader of the page would not see it. */
  hidden: z.string().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

export const findingsSchema = z.object({ findings: z.array(findingSchema) });
export type Findings = z.infer<typeof findingsSchema>;

export const redactedSchema = z.object({
  files: z.array(
    z.object({
      slot: z.int().nonnegative(),
      name: z.string(),
      /** Of the copy: its bytes lie under {@link redactedFileKey}. */
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

/** Originals are kept by content: the same bytes are stored once. */
export const originalKey = (sha256: string): string => `originals/${sha256}`;

/** Redacted copies, too, are kept by content. */
export const redactedFileKey = (sha256: string): string => `redacted/${sha256}`;

type KeyOf = (documentId: string, revision: number) => string;
const revisionKey =
  (name: string) =>
  (documentId: string, revision: number): string =>
    `documents/${documentId}/${revision}/${name}.json`;
export const textKey = revisionKey('text');
export const findingsKey = revisionKey('findings');
export const redactedKey = revisionKey('redacted');
const rescreenedKey =
  (rulesVersion: number): KeyOf =>
  (documentId, revision) =>
    revisionKey(`rescreened-${rulesVersion}`)(documentId, revision);

type Writable = Pick<Files, 'put'>;
const save = async (files: Writable, key: string, value: unknown): Promise<void> =>
  files.put('records', key, new TextEncoder().encode(JSON.stringify(value)), {
    contentType: 'application/json',
  });

export const saveText = (files: Writable, documentId: string, revision: number, value: Text): Promise<void> =>
  save(files, textKey(documentId, revision), value);
export const saveFindings = (
  files: Writable,
  documentId: string,
  revision: number,
  value: Findings,
): Promise<void> => save(files, findingsKey(documentId, revision), value);
export const saveRescreened = (
  files: Writable,
  documentId: string,
  revision: number,
  rulesVersion: number,
  value: Findings,
): Promise<void> => save(files, rescreenedKey(rulesVersion)(documentId, revision), value);
export const saveRedacted = (
  files: Writable,
  documentId: string,
  revision: number,
  value: Redacted,
): Promise<void> => save(files, redactedKey(documentId, revision), value);

const loader =
  <T>(keyOf: KeyOf, schema: z.ZodType<T>) =>
  /** Throws {@link NotFound} when the step that writes it has not run. */
  async (files: Pick<Files, 'get'>, documentId: string, revision: number): Promise<T> => {
    const key = keyOf(documentId, revision);
    const stored = await files.get('records', key);
    if (!stored) throw new NotFound(`${key} 不存在`);
    return schema.parse(JSON.parse(new TextDecoder().decode(stored.body)));
  };

export const loadText = loader(textKey, textSchema);
export const loadFindings = loader(findingsKey, findingsSchema);
export const loadRedacted = loader(redactedKey, redactedSchema);
/** What newer rules found in it after it was published. */
export const loadRescreened = (rulesVersion: number) => loader(rescreenedKey(rulesVersion), findingsSchema);
