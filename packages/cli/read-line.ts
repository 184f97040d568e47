/** What `gongkai read --json` prints: one line for each file. */
import * as z from 'zod';
import { metadataSchema } from '@gongkai/domain/document.ts';
import { contradictionSchema } from '@gongkai/domain/contradiction.ts';
import { particularsSchema, placeSchema } from '@gongkai/domain/particulars.ts';

const hiddenSchema = z.object({
  kind: z.string().describe('Why it is not seen: deleted, comment, hidden-column, …'),
  text: z.string(),
  place: z.string().describe('Chinese, for people.'),
  cells: z.array(z.string()).optional(),
  headings: z.array(z.string()).optional(),
});

export const readLineSchema = z.object({
  file: z.string().describe('As named on the command line; - is standard input.'),
  type: z.string().describe('By the bytes, whatever the name says.'),
  text: z.string().describe('All visible text, one block a line; cells of a row are parted by tabs.'),
  metadata: metadataSchema.pick({
    title: true,
    documentNumber: true,
    issuer: true,
    writtenDate: true,
    mark: true,
  }),
  hidden: z.array(hiddenSchema),
  problems: z
    .array(z.string())
    .describe('Chinese: what could not be read, was not found, contradicts itself.'),
  found: z
    .partialRecord(z.enum(['title', 'documentNumber', 'issuer', 'writtenDate', 'mark']), placeSchema)
    .describe('Where each value of metadata was read. Lines count from 0.'),
  particulars: particularsSchema,
  contradictions: z
    .array(contradictionSchema)
    .describe("Within the document, with today's date and with the other files of the command line."),
  scanned: z.literal(true).optional().describe('Some of the text is what a machine made out in a scan.'),
  secrecy: z
    .object({ level: z.enum(['绝密', '机密', '秘密']), line: z.int(), reason: z.string() })
    .optional()
    .describe('A secrecy mark in the header area: such a file must not be kept.'),
});
export type ReadLine = z.infer<typeof readLineSchema>;

export const refusedLineSchema = z.object({
  file: z.string(),
  type: z.string().nullable().optional(),
  error: z.object({ code: z.string(), message: z.string().describe('Chinese; says what to do.') }),
});

/** JSON Schema 2020-12 of a line. */
export const readLineJsonSchema = (): object =>
  z.toJSONSchema(z.union([readLineSchema, refusedLineSchema]), {
    // Descriptions stand where they are written, repeated shapes once.
    reused: 'ref',
  });
