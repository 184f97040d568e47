/** Title, number and date as a reviewer typed them, made what the document should say. */
import { chineseDate } from '@gongkai/calendar/local-date.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { type Corrections, correctableName } from '@gongkai/domain/correction.ts';
import { cleanTitle, type GovDocument } from '@gongkai/domain/document.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { subjectClasses } from '@gongkai/domain/subject-class.ts';
import { documentNumberLine } from '@gongkai/reading/metadata/document-number.ts';
import { kindOf } from '@gongkai/reading/metadata/kind.ts';
import { dateLine } from '@gongkai/reading/metadata/written-date.ts';

export interface Typed {
  title?: string | undefined;
  documentNumber?: string | undefined;
  issuer?: string | undefined;
  writtenDate?: string | undefined;
  subjectClass?: string | undefined;
  effectiveDate?: string | undefined;
  expiryDate?: string | undefined;
}

/** Undefined when nothing differs from what was read. Throws {@link InputRefused}. */
export function correctionsFrom(
  { title, metadata }: Pick<GovDocument, 'title' | 'metadata'>,
  typed: Typed,
  today: LocalDate,
): Corrections | undefined {
  const corrections: Corrections = {};
  if (typed.title !== undefined) {
    const wanted = cleanTitle(typed.title);
    if (wanted === '') throw new InputRefused('标题不能为空，请填写文件的标题。');
    if (wanted !== title) Object.assign(corrections, { title: wanted, kind: kindIn(wanted) });
  }
  if (typed.documentNumber !== undefined) {
    const wanted = numberFrom(typed.documentNumber);
    if (wanted !== (metadata?.documentNumber ?? null)) corrections.documentNumber = wanted;
  }
  if (typed.issuer !== undefined) {
    const wanted = cleanTitle(typed.issuer) || null;
    if (wanted !== (metadata?.issuer ?? null)) corrections.issuer = wanted;
  }
  if (typed.writtenDate !== undefined) {
    const wanted = dateFrom('成文日期', typed.writtenDate, today);
    if (wanted !== null && wanted > today) throw new InputRefused('成文日期晚于今天，请核对后重新填写。');
    if (wanted !== (metadata?.writtenDate ?? null)) corrections.writtenDate = wanted;
  }
  if (typed.subjectClass !== undefined) {
    const wanted = subjectFrom(typed.subjectClass);
    if (wanted !== (metadata?.subjectClass ?? null)) corrections.subjectClass = wanted;
  }
  for (const field of ['effectiveDate', 'expiryDate'] as const) {
    const text = typed[field];
    if (text === undefined) continue;
    const wanted = dateFrom(correctableName[field], text, today);
    if (wanted !== (metadata?.[field] ?? null)) corrections[field] = wanted;
  }
  return Object.keys(corrections).length > 0 ? corrections : undefined;
}

const kindIn = (title: string) =>
  kindOf({ value: title, where: title, line: 0, certainty: 'certain' })?.value ?? null;

function numberFrom(typed: string): string | null {
  if (typed.trim() === '') return null;
  const number = documentNumberLine(typed);
  if (number === undefined)
    throw new InputRefused(
      `发文字号“${typed.trim().slice(0, 60)}”看不懂，请写成“示政发〔2026〕1号”或“第1号”这样；没有文号的请留空。`,
    );
  return number;
}

function subjectFrom(typed: string): string | null {
  if (typed === '') return null;
  if (!subjectClasses.some(({ name }) => name === typed)) throw new InputRefused('请从列表中选择主题分类。');
  return typed;
}

function dateFrom(name: string, typed: string, today: LocalDate): LocalDate | null {
  if (typed.trim() === '') return null;
  const date = dateLine(typed);
  if (!date || date.before !== '')
    throw new InputRefused(
      `${name}“${typed.trim().slice(0, 60)}”看不懂，请写成“${chineseDate(today)}”这样；没有日期的请留空。`,
    );
  return date.date;
}
