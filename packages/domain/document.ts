/** A document on its way through the county: one item. */
import * as z from 'zod';
import { attributeSchema, groundSchema } from './attribute.ts';
import { contradictionSchema } from './contradiction.ts';
import { deadlineSchema, localDateSchema } from './deadline.ts';
import { documentKindSchema } from './document-kind.ts';
import {
  type DocumentState,
  documentStateName,
  documentStates,
  documentTransitions,
} from './document-state.ts';
import { InputRefused, WrongState } from './errors.ts';
import { type Actor, actorSchema, append, historyEntrySchema } from './history.ts';
import type { IndexPlaces, Kind } from './indexes.ts';
import { postingSchema } from './posting.ts';
import { publicationSchema } from './publication.ts';
import { validityChangeSchema } from './validity.ts';

export const fileSchema = z.object({
  /** 0 is the document itself, the others its attachments in order. */
  slot: z.int().nonnegative(),
  /** Name as the department gave it, for display and download only: never a key. */
  name: z.string(),
  size: z.int().nonnegative().optional(),
  /** SHA-256 of the bytes, once they arrived and were read. */
  sha256: z.string().optional(),
  type: z.string().optional(),
  arrived: z.boolean(),
});
export type DocumentFile = z.infer<typeof fileSchema>;

export const metadataSchema = z.object({
  title: z.string().nullable(),
  documentNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  /** 成文日期. */
  writtenDate: localDateSchema.nullable(),
  /** The disclosure mark found in the mark's place. */
  mark: attributeSchema.nullable(),
  /** 文种; absent where the title names none of the 15, and for what was read before it was asked for. */
  kind: documentKindSchema.optional(),
  /** 主送机关. */
  addressees: z.array(z.string()).optional(),
  /** 主题分类: what reading proposes until the first reviewer has seen it. */
  subjectClass: z.string().optional(),
  /** 施行日期, 有效期至, and 有效期 in the document's words. */
  effectiveDate: localDateSchema.optional(),
  expiryDate: localDateSchema.optional(),
  term: z.string().optional(),
  /** 主题词. */
  keywords: z.array(z.string()).optional(),
});
export type Metadata = z.infer<typeof metadataSchema>;

export const declarationSchema = z.object({
  attribute: attributeSchema,
  ground: groundSchema.optional(),
  /** Catalogue item the department files it under. */
  catalogueItem: z.string(),
  needsInterpretation: z.boolean(),
  /** A list that a law orders to be posted. */
  posting: postingSchema.optional(),
});

export const proposalSchema = z.object({
  attribute: attributeSchema,
  /** Sources disagree: people must look. */
  contradiction: z.boolean(),
  /** One Chinese sentence for each source compared. */
  evidence: z.array(z.string()),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** The item of the catalogue a document stands under; see the catalogue for what the item demands. */
export const filedUnderSchema = z.object({
  /** Item id, or a field's or the policy documents' where no item fits. */
  id: z.string(),
  name: z.string(),
  /** Column of the public site. */
  column: z.string(),
  /** Chinese: why it was taken for this item; absent where it is the declared one. */
  reason: z.string().optional(),
  /** By when it must be public. */
  due: deadlineSchema,
  /** The item's own limit in its words; absent where the law's 20 working days hold alone. */
  limit: z.string().optional(),
});
export type FiledUnder = z.infer<typeof filedUnderSchema>;

export const approvalSchema = z.object({
  kind: z.string(),
  taskId: z.string(),
  actor: actorSchema,
  at: z.string(),
  contentHash: z.string(),
});

export const documentSchema = z.object({
  kind: z.literal('document'),
  id: z.string(),
  version: z.int(),
  /** Counts uploads: 1, 2, … Approvals of an earlier revision are void. */
  revision: z.int().positive(),
  state: z.enum(documentStates),
  department: z.string(),
  /** Person id of who submitted this revision; may review nothing of it. */
  author: z.string(),
  title: z.string(),
  declared: declarationSchema,
  files: z.array(fileSchema),
  /** SHA-256 over the files' hashes in slot order: what approvals are bound to. */
  contentHash: z.string().optional(),
  metadata: metadataSchema.optional(),
  /** Where the document contradicts itself or what came with it. */
  contradictions: z.array(contradictionSchema).optional(),
  proposal: proposalSchema.optional(),
  /** In force: matched from what was declared, then what reviewers corrected. */
  filedUnder: filedUnderSchema.optional(),
  /** How many findings of each severity; the findings themselves are in records. */
  findings: z.object({ block: z.int(), review: z.int(), note: z.int() }).optional(),
  /** What newer rules found in it after it was published; absent when they found nothing. */
  rescreened: z.object({ rulesVersion: z.int(), at: z.string(), block: z.int() }).optional(),
  /** The attribute in force: declared, then what reviewers decided. */
  attribute: attributeSchema,
  ground: groundSchema.optional(),
  approvals: z.array(approvalSchema),
  /** Finding ids and texts that reviewers decided to cut, and findings they found harmless, with the reason. */
  cuts: z.array(z.string()),
  dismissed: z.array(z.object({ finding: z.string(), reason: z.string() })),
  /** SHA-256 of the approved redacted copy. */
  redactedHash: z.string().optional(),
  indexNumber: z.string().optional(),
  publication: publicationSchema.optional(),
  /** Absent: in force since it was published. */
  validity: validityChangeSchema.optional(),
  /** Ids of documents that name this one as what amends, repeals or replaces them. */
  replaces: z.array(z.string()).optional(),
  /** Ids of published interpretations. */
  interpretations: z.array(z.string()),
  interpretationDue: deadlineSchema.optional(),
  /** When it was registered as on request or withheld. */
  registeredAt: z.string().optional(),
  /** Next yearly reassessment of what is not public. */
  reviewDate: localDateSchema.optional(),
  /** Year of the last reassessment. */
  lastReassessment: z.int().optional(),
  withdrawal: z
    .object({
      at: z.string(),
      reason: z.string(),
      /** On the tombstone. */ showTitle: z.boolean().optional(),
    })
    .optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
  history: z.array(historyEntrySchema),
});
export type GovDocument = z.infer<typeof documentSchema>;

export const documentKind: Kind<GovDocument> = {
  name: 'document',
  parse: (value) => documentSchema.parse(value),
  places: (d) => ({
    'documents-by-department': { partition: d.department, sort: `${d.createdAt}#${d.id}` },
    'documents-by-state': { partition: statePartition(d.state), sort: `${inStateSince(d)}#${d.id}` },
    ...numberPlace(d),
    ...((d.state === 'withheld' || d.state === 'on-request') && d.reviewDate
      ? { 'withheld-by-review': { partition: 'registered', sort: `${d.reviewDate}#${d.id}` } }
      : {}),
    ...(d.state === 'published' && d.validity && d.validity.state !== 'in-force'
      ? { 'marked-by-year': { partition: d.validity.since.slice(0, 4), sort: `${d.validity.since}#${d.id}` } }
      : {}),
    ...(d.state === 'published' && d.declared.posting
      ? { 'posted-by-end': { partition: 'posted', sort: `${d.declared.posting.until}#${d.id}` } }
      : {}),
  }),
};

/**
 * Where `documents-by-state` keeps the documents of a state. One that arrives stays where it entered until it was
 * read: it is read within seconds, and a move costs two writes.
 */
export const statePartition = (state: DocumentState): DocumentState =>
  state === 'received' ? 'awaiting-upload' : state;

/** What was withdrawn or refused carries its number no more. */
function numberPlace({ id, state, metadata, createdAt }: GovDocument): IndexPlaces {
  const number = metadata?.documentNumber;
  if (!namesOneDocument(number) || state === 'withdrawn' || state === 'refused') return {};
  return { 'documents-by-number': { partition: number, sort: `${createdAt}#${id}` } };
}

/** 示政发〔2026〕1号. A count alone (第1号) is every body's own. */
export const namesOneDocument = (number: string | null | undefined): number is string =>
  /^[^〔]+〔/.test(number ?? '');

/** Not the last change: what happens within a state then moves the document in no index, which would cost two writes. */
const inStateSince = (d: GovDocument): string =>
  d.history.findLast((entry) => entry.to === statePartition(d.state))?.at ?? d.createdAt;

export interface Act {
  at: string;
  actor: Actor;
  action: string;
  reason?: string | undefined;
}

/** Moves a document to another state, or throws {@link WrongState}. Pure: the caller stores the result. */
export function moveDocument(
  document: GovDocument,
  to: DocumentState,
  act: Act,
  changes: Partial<GovDocument> = {},
): GovDocument {
  if (!documentTransitions[document.state].includes(to))
    throw new WrongState(
      `文件当前状态为“${documentStateName[document.state]}”，不能转为“${documentStateName[to]}”。`,
      document.state,
    );
  return noteDocument(document, act, { ...changes, state: to });
}

/** Changes a document without changing its state; the act goes into the history all the same. */
export function noteDocument(document: GovDocument, act: Act, changes: Partial<GovDocument>): GovDocument {
  const next = { ...document, ...changes, updatedAt: act.at };
  return {
    ...next,
    history: append(document.history, {
      at: act.at,
      actor: act.actor,
      action: act.action,
      ...(next.state === document.state ? {} : { from: document.state, to: next.state }),
      ...(act.reason === undefined ? {} : { reason: act.reason }),
      ...(next.contentHash === undefined ? {} : { contentHash: next.contentHash }),
    }),
  };
}

/** What people know it by: its title, or the name of its first file while none was read. */
export const nameOfDocument = ({ id, title, files }: Pick<GovDocument, 'id' | 'title' | 'files'>): string =>
  title || files[0]?.name || id;

/** A title people can read in a list: nothing invisible or turning the reading direction, one line, bounded. */
export function cleanTitle(title: string): string {
  const clean = title
    .toWellFormed()
    .replace(/[\p{Cf}\p{Noncharacter_Code_Point}]+/gu, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (clean.length > 300) throw new InputRefused(`标题有 ${clean.length} 个字，请缩短到 300 个字以内。`);
  return clean;
}
