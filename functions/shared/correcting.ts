/** Title, number and date as a reviewer typed them, made what the document should say. */
import { chineseDate } from '@gongkai/calendar/local-date.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import type { Corrections } from '@gongkai/domain/correction.ts';
import { cleanTitle, type GovDocument } from '@gongkai/domain/document.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { documentNumberLine } from '@gongkai/reading/metadata/document-number.ts';
import { dateLine } from '@gongkai/reading/metadata/written-date.ts';

export interface Typed {
  title?: string | undefined;
  documentNumber?: string | undefined;
  writtenDate?: string | undefined;
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
    if (wanted !== title) corrections.title = wanted;
  }
  if (typed.documentNumber !== undefined) {
    const wanted = numberFrom(typed.documentNumber);
    if (wanted !== (metadata?.documentNumber ?? null)) corrections.documentNumber = wanted;
  }
  if (typed.writtenDate !== undefined) {
    const wanted = dateFrom(typed.writtenDate, today);
    if (wanted !== (metadata?.writtenDate ?? null)) corrections.writtenDate = wanted;
  }
  return Object.keys(corrections).length > 0 ? corrections : undefined;
}

function numberFrom(typed: string): string | null {
  if (typed.trim() === '') return null;
  const number = documentNumberLine(typed);
  if (number === undefined)
    throw new InputRefused(
      `发文字号“${typed.trim().slice(0, 60)}”看不懂，请写成“示政发〔2026〕1号”或“第1号”这样；没有文号的请留空。`,
    );
  return number;
}

function dateFrom(typed: string, today: LocalDate): LocalDate | null {
  if (typed.trim() === '') return null;
  const date = dateLine(typed);
  if (!date || date.before !== '')
    throw new InputRefused(
      `成文日期“${typed.trim().slice(0, 60)}”看不懂，请写成“${chineseDate(today)}”这样；没有日期的请留空。`,
    );
  if (date.date > today) throw new InputRefused('成文日期晚于今天，请核对后重新填写。');
  return date.date;
}
