/**
 * The archive of a whole place: one tar file. `items.jsonl`, `counters.jsonl`, `mails.jsonl`, `executions.jsonl`
 * and `files.jsonl` hold one JSON value a line, `files/<area>/<key>` the files, and `manifest.json`, last, the
 * SHA-256 of every part. The lines are sorted and their members too: the same data make the same parts.
 */
import * as z from 'zod';
import { settingsSchema } from '@gongkai/domain/settings.ts';

export const formatVersion = 1;

const place = z.object({ partition: z.string(), sort: z.string() });
export const itemSchema = z.object({
  key: z.string().min(1),
  version: z.int().positive(),
  value: z.record(z.string(), z.unknown()),
  places: z.record(z.string(), place),
});

export const counterSchema = z.object({ name: z.string().min(1), value: z.int().nonnegative() });

/** Sent when there is no message: then only its id is known. */
export const mailSchema = z.object({
  id: z.string().min(1),
  message: z
    .object({
      id: z.string(),
      to: z.string(),
      subject: z.string(),
      text: z.string(),
      html: z.string().exactOptional(),
    })
    .exactOptional(),
});

/** What ran when the archive was made, and is to be started wherever it goes. */
export const executionSchema = z.object({
  machine: z.enum(['publication', 'reassessment', 'withdrawal', 'validity']),
  name: z.string().regex(/^[\w.-]{1,80}$/),
  input: z.unknown(),
});
export type ArchivedExecution = z.infer<typeof executionSchema>;

export const areas = ['records', 'public'] as const;
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const fileSchema = z.object({
  area: z.enum(areas),
  key: z.string().min(1),
  size: z.int().nonnegative(),
  sha256,
  contentType: z.string(),
  downloadName: z.string().exactOptional(),
});
export type ArchivedFile = z.infer<typeof fileSchema>;
export const fileEntry = ({ area, key }: Pick<ArchivedFile, 'area' | 'key'>): string =>
  `files/${area}/${key}`;

export const lineSchemas = {
  'items.jsonl': itemSchema,
  'counters.jsonl': counterSchema,
  'mails.jsonl': mailSchema,
  'executions.jsonl': executionSchema,
  'files.jsonl': fileSchema,
} as const;
export type PartName = keyof typeof lineSchemas;
export const partNames = Object.keys(lineSchemas) as PartName[];

export const manifestEntry = 'manifest.json';
const partSchema = z.object({ sha256, lines: z.int().nonnegative() });
export const manifestSchema = z.object({
  format: z.literal('gongkai-archive'),
  version: z.literal(formatVersion),
  /** By the clock of the place it comes from. */
  exportedAt: z.iso.datetime(),
  /** Which place's workflow gave the tokens that are in the tasks. */
  origin: z.string(),
  mode: z.enum(['trial', 'serve']),
  settings: settingsSchema,
  /** Uploads nobody has read yet: what is in the inbox is checked for secrecy marks first, and stays behind. */
  unread: z.int().nonnegative(),
  parts: z.record(z.enum(partNames), partSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** JSON with the members of every object in order. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
