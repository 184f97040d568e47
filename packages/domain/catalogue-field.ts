/** A field (领域) of the standard catalogue: who files it, by when, and which edition of it is in force. */
import * as z from 'zod';
import { deadlineSchema, type LocalDate, localDateSchema } from './deadline.ts';
import { actorSchema, historyEntrySchema } from './history.ts';
import { type Kind, sortable } from './indexes.ts';

export const fieldDataSchema = z.object({
  id: z.string().regex(/^[a-z][a-z-]{1,30}$/, '编号只能用小写字母和连字符，最长 31 位'),
  name: z.string().trim().min(2, '请填写领域名称').max(30),
  order: z.int().nonnegative(),
  /** Ids; the first is the lead department. */
  departments: z.array(z.string()).min(1, '至少要有一个部门').max(60),
  /** Guideline of the State Council department; its field is filed within 3 months (耿政办发〔2020〕49号). */
  guideline: z.object({ title: z.string().trim().min(1).max(200), date: localDateSchema }).optional(),
});
export type FieldData = z.infer<typeof fieldDataSchema>;

/** What a published state of the field was, and what made it; the items are in a file. */
const editionSchema = z.object({
  number: z.int().positive(),
  /** First day on which it is in force. */
  from: localDateSchema,
  at: z.string(),
  actor: actorSchema,
  /** Department whose part changed, and why. */
  department: z.string(),
  reason: z.string(),
  /** SHA-256 of its file; the file names the edition before it. */
  sha256: z.string(),
  items: z.int().nonnegative(),
  added: z.int().nonnegative(),
  removed: z.int().nonnegative(),
  changed: z.int().nonnegative(),
});
export type Edition = z.infer<typeof editionSchema>;

const fieldSchema = fieldDataSchema.extend({
  kind: z.literal('catalogue-field'),
  version: z.int(),
  /** The round in which departments are asked to file, counted from 1. */
  round: z.object({ number: z.int().positive(), due: deadlineSchema, opened: z.boolean() }).optional(),
  /** Newest first; older ones are found from file to file. */
  editions: z.array(editionSchema),
  /** Of each department's part the approved file that is in the newest edition. */
  parts: z.record(z.string(), z.string()),
  history: z.array(historyEntrySchema),
});
export type CatalogueField = z.infer<typeof fieldSchema>;

export const fieldKind: Kind<CatalogueField> = {
  name: 'catalogue-field',
  parse: (value) => fieldSchema.parse(value),
  places: (f) => ({ 'catalogue-fields': { partition: 'county', sort: `${sortable(f.order)}#${f.id}` } }),
};

/** So many editions are named in the item itself, which stays far below 400 KB. */
export const keptEditions = 40;

export const fieldFrom = (data: FieldData): CatalogueField => ({
  ...data,
  kind: 'catalogue-field',
  version: 0,
  editions: [],
  parts: {},
  history: [],
});

/** The edition in force on a day, among those the item names. */
export const editionOn = (field: Pick<CatalogueField, 'editions'>, on: LocalDate): Edition | undefined =>
  field.editions.find((edition) => edition.from <= on);

export const filingMonths = 3;
