/** What a document says about itself beyond title, number, issuer, date and mark; each with where it was read. */
import * as z from 'zod';
import { attributeSchema } from './attribute.ts';
import { contradictionSchema } from './contradiction.ts';
import { localDateSchema } from './deadline.ts';
import { documentKindSchema } from './document-kind.ts';

export const placeSchema = z.object({
  /** The line or lines it was read from. */
  where: z.string(),
  /** Index of the first of these among the blocks. */
  line: z.int(),
  certainty: z.enum(['certain', 'likely']),
});
const placed = <T extends z.ZodType>(value: T) => placeSchema.extend({ value });

export const markPositions = ['below-date', 'above-imprint', 'imprint', 'end', 'head', 'card'] as const;
export type MarkPosition = (typeof markPositions)[number];

export const candidateSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Only for ranking within one document: no threshold of it tells "none of these". */
  score: z.number(),
  /** Words of the document that speak for it. */
  because: z.array(z.string()),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** 施行日期, 有效期至, 有效期. */
export const effectSchema = z.object({
  effectiveDate: localDateSchema.optional(),
  expiryDate: localDateSchema.optional(),
  /** In its own words, e.g. `5年`: on which day it ends is for the department to say. */
  term: z.string().optional(),
});
export type Effect = z.infer<typeof effectSchema>;

/** Built for the first text that is read: most functions read none. */
export const particularsSchema = z.lazy(() =>
  z.object({
    /** 发文机关: several for a joint document, in order. */
    issuers: z.array(placed(z.string())),
    kind: placed(documentKindSchema).optional(),
    /** 主送机关. */
    addressees: placed(z.array(z.string())).optional(),
    /** 签发人. */
    signers: placed(z.array(z.string())).optional(),
    /** 附件说明, with whether the annex stands in the same text. */
    attachments: z.array(placed(z.string()).extend({ inText: z.boolean() })),
    /** Every 附注 that states an attribute, the one that counts first. */
    marks: z.array(placed(attributeSchema).extend({ position: z.enum(markPositions) })),
    /** 紧急程度: 特急, 加急, … */
    urgency: placed(z.string()).optional(),
    /** 份号. */
    copyNumber: placed(z.string()).optional(),
    /** 抄送机关. */
    copiedTo: placed(z.array(z.string())).optional(),
    /** 印发机关 and 印发日期. */
    printed: placed(z.object({ by: z.string().nullable(), date: localDateSchema.nullable() })).optional(),
    /** What it says of its own force. */
    effect: placed(effectSchema).optional(),
    /** 主题词. */
    keywords: placed(z.array(z.string())).optional(),
    /** What a 转发 or 印发 document passes on. */
    forwards: placed(z.string()).optional(),
    /** 主题分类, proposals. */
    subjects: z.array(candidateSchema),
    /** Of the 26 fields; proposals. */
    fields: z.array(candidateSchema),
    /** Within the document itself; what else is known comes with `contradictionsOf`. */
    contradictions: z.array(contradictionSchema),
  }),
);
export type Particulars = z.infer<typeof particularsSchema>;
