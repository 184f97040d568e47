/** What a document says about itself, by its place in the layout of GB/T 9704-2012 and of older ones. */
import type { Metadata } from '@gongkai/domain/document.ts';
import type { Particulars } from '@gongkai/domain/particulars.ts';
import { findAdoption } from './metadata/adoption.ts';
import { findAddressees } from './metadata/addressees.ts';
import { findAttachments } from './metadata/attachments.ts';
import { contradictionsWithin } from './metadata/contradictions.ts';
import { documentNumberLine, isCode } from './metadata/document-number.ts';
import { findEffect } from './metadata/effect.ts';
import { findCopyNumber, findSigners, findUrgency } from './metadata/head.ts';
import { findCopiedTo, findPrinted, findSentTo } from './metadata/imprint.ts';
import { findKeywords } from './metadata/keywords.ts';
import { forwardedBy, kindOf } from './metadata/kind.ts';
import { type Line, pieces, place, type Place } from './metadata/line.ts';
import { findMarks } from './metadata/mark-place.ts';
import { type Outline, outlineOf } from './metadata/outline.ts';
import { findSignature, issuerLine, issuersOf } from './metadata/signature.ts';
import { proposeFields, proposeSubjects, textOfBeginning } from './metadata/subjects.ts';
import { findTitle, type TitleFound } from './metadata/title.ts';
import { withoutUndefined } from './metadata/without-undefined.ts';
import type { Block, Found } from './types.ts';

export interface Understood {
  metadata: Metadata;
  found: Partial<Record<keyof Metadata, Found>>;
  particulars: Particulars;
  /** Chinese sentences about what was not found or contradicts itself. */
  problems: string[];
}

const needed = { title: '标题', issuer: '发文机关', writtenDate: '成文日期', mark: '公开标识' } as const;

export function findMetadata(blocks: readonly Block[]): Understood {
  const outline = outlineOf(blocks);
  const inHead = findNumber([...outline.header, ...outline.pageHeader]);
  const heading = findTitle(outline, inHead?.line);
  const adoption = findAdoption(outline);
  const signature = findSignature(outline, adoption);
  const issuers = issuersOf(outline, signature, heading.title, adoption);
  const marks = findMarks(outline, signature);
  const places = {
    title: heading.title,
    documentNumber: inHead ?? heading.number ?? fromCard(outline) ?? adoption?.number,
    issuer: issuerLine(issuers),
    writtenDate: signature.date,
    mark: marks[0],
  };
  const { title, documentNumber, issuer, writtenDate, mark } = places;
  const metadata: Metadata = {
    title: title?.value ?? null,
    documentNumber: documentNumber?.value ?? null,
    issuer: issuer?.value ?? null,
    writtenDate: writtenDate?.value ?? null,
    mark: mark?.value ?? null,
  };
  const rest = { ...readParticulars(outline, heading, blocks), issuers, marks };
  const contradictions = contradictionsWithin(outline, metadata, rest);
  return {
    metadata,
    found: withoutUndefined({
      title: foundAt(title),
      documentNumber: foundAt(documentNumber),
      issuer: foundAt(issuer),
      writtenDate: foundAt(writtenDate),
      mark: foundAt(mark),
    }),
    particulars: { ...rest, contradictions },
    problems: [
      ...(Object.keys(needed) as (keyof typeof needed)[])
        .filter((field) => places[field] === undefined)
        .map((field) => `没有找到${needed[field]}，请人工填写或核对。`),
      ...contradictions.map((c) => c.sentence),
    ],
  };
}

function readParticulars(
  outline: Outline,
  { title, below }: TitleFound,
  blocks: readonly Block[],
): Omit<Particulars, 'issuers' | 'marks' | 'contradictions'> {
  const head = [...outline.pageHeader, ...outline.header];
  const about = title?.value ?? '';
  const beginning = textOfBeginning(blocks);
  return {
    attachments: findAttachments(outline),
    subjects: proposeSubjects(about, beginning),
    fields: proposeFields(about, beginning),
    ...withoutUndefined({
      kind: kindOf(title),
      addressees: findAddressees(outline.main, below) ?? findSentTo(outline.imprint),
      signers: findSigners(head),
      urgency: findUrgency(head),
      copyNumber: findCopyNumber(outline.header),
      copiedTo: findCopiedTo(outline.imprint),
      printed: findPrinted(outline.imprint),
      forwards: forwardedBy(title),
      effect: findEffect([...outline.body, ...outline.annexes]),
      keywords: findKeywords(outline.imprint),
    }),
  };
}

function findNumber(head: readonly Line[]): Place<string> | undefined {
  for (const [i, line] of head.entries()) {
    const value = documentNumberLine(line.text);
    if (value === undefined) continue;
    // The code before the bracket wrapped away from it.
    const code = value.startsWith('〔') ? pieces(head[i - 1]?.text ?? '').at(-1) : undefined;
    return place(code !== undefined && isCode(code) ? `${code}${value}` : value, line);
  }
  return undefined;
}

const fromCard = ({ card: { number } }: Outline): Place<string> | undefined =>
  number && /\d/.test(number.value)
    ? { ...number, value: documentNumberLine(number.value) ?? number.value }
    : undefined;

const foundAt = (place: Found | undefined): Found | undefined =>
  place && { where: place.where, line: place.line, certainty: place.certainty };
