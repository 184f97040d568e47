/** What was read in the files of a revision. */
import * as z from 'zod';
import { particularsSchema } from '@gongkai/domain/particulars.ts';
import { revisionFile } from './revision-file.ts';

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
        /** The text is what a machine made out in a scan. */
        scanned: z.literal(true).optional(),
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

export const { load: loadText, save: saveText } = revisionFile('text', textSchema);
