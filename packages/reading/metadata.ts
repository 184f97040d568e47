/** What a document says about itself, by its place in the layout of GB/T 9704-2012 and of older ones. */
import type { Metadata } from '@gongkai/domain/document.ts';
import { findDate, type Place, signedBy } from './signature.ts';
import { findMark } from './mark-place.ts';
import { documentNumberLine } from './document-number.ts';
import { outlineOf } from './outline.ts';
import { findTitle } from './title.ts';
import type { Block, Found } from './types.ts';

export interface Understood {
  metadata: Metadata;
  found: Partial<Record<keyof Metadata, Found>>;
  /** Chinese sentences about what was not found or contradicts itself. */
  problems: string[];
}

const fieldName: Record<keyof Metadata, string> = {
  title: '标题',
  documentNumber: '发文字号',
  issuer: '发文机关',
  writtenDate: '成文日期',
  mark: '公开标识',
};

export function findMetadata(blocks: readonly Block[]): Understood {
  const outline = outlineOf(blocks);
  const number = findNumber(outline.header);
  const title = findTitle(outline.header, number?.line);
  const date = findDate(outline.main);
  const issuer = signedBy(outline, date, title);
  const { mark, contradicted } = findMark(outline, date?.line);
  const places = { title, documentNumber: number, issuer, writtenDate: date, mark };
  const found: Understood['found'] = {};
  const problems: string[] = [];
  for (const field of Object.keys(places) as (keyof Metadata)[]) {
    const place = places[field];
    if (place) found[field] = { where: place.where, line: place.line, certainty: place.certainty };
    else if (field !== 'documentNumber') problems.push(`没有找到${fieldName[field]}，请人工填写或核对。`);
  }
  if (contradicted) problems.push('文件中有互相矛盾的公开标识，请人工核对。');
  return {
    metadata: {
      title: title?.value ?? null,
      documentNumber: number?.value ?? null,
      issuer: issuer?.value ?? null,
      writtenDate: date?.value ?? null,
      mark: mark?.value ?? null,
    },
    found,
    problems,
  };
}

function findNumber(header: readonly { text: string; line: number }[]): Place<string> | undefined {
  for (const { text, line } of header) {
    const value = documentNumberLine(text);
    if (value !== undefined) return { value, where: text, line, certainty: 'certain' };
  }
  return undefined;
}
