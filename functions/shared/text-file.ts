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
        /** Some of the text is what a machine made out in a scan; absent for what was read before it was noted. */
        scanned: z.boolean().optional(),
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

const stored = revisionFile('text', textSchema);
export const saveText = stored.save;

/** Throws NotFound when nothing was read yet. */
export const loadText = async (...of: Parameters<typeof stored.load>): Promise<Text> => {
  const text = await stored.load(...of);
  for (const [i, file] of text.files.entries()) file.scanned ??= isScanned(text, i);
  return text;
};

/** Before it was noted the problems alone said so: of an annex under its name, of the first file without one. */
function isScanned({ files, problems }: Text, index: number): boolean {
  const { name } = files[index]!;
  const said = problems.filter((problem) => problem.includes('为扫描图片，文字由'));
  const isAbout = (problem: string, file: string): boolean => problem.startsWith(`《${file}》：`);
  return index === 0
    ? said.some((problem) => !files.slice(1).some((annex) => isAbout(problem, annex.name)))
    : said.some((problem) => isAbout(problem, name));
}
