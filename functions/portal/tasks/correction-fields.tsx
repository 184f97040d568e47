/** Title, number and date as they were read, for the first reviewer to put right. */
import { chineseDate } from '@gongkai/calendar/local-date.ts';
import { subjectClasses } from '@gongkai/domain/subject-class.ts';
import { SelectField, TextField } from '../layout.tsx';
import type { FormProps } from './decision-fields.tsx';

/** Field names of the form. */
export const correctionField = {
  title: 'correct-title',
  documentNumber: 'correct-number',
  issuer: 'correct-issuer',
  writtenDate: 'correct-date',
  subjectClass: 'correct-subject',
  effectiveDate: 'correct-effective',
  expiryDate: 'correct-expiry',
} as const;

const day = (date: string | null | undefined): string => (date ? chineseDate(date) : '');

export const CorrectionFields = ({ view: { document }, values }: FormProps) => {
  const { title, metadata } = document;
  const read = {
    title,
    documentNumber: metadata?.documentNumber ?? '',
    issuer: metadata?.issuer ?? '',
    writtenDate: day(metadata?.writtenDate),
    subjectClass: metadata?.subjectClass ?? '',
    effectiveDate: day(metadata?.effectiveDate),
    expiryDate: day(metadata?.expiryDate),
  };
  const typed = (field: keyof typeof read): string => values[correctionField[field]] ?? read[field];
  const text = (field: keyof typeof read) => ({ name: correctionField[field], value: typed(field) });
  const changed = (Object.keys(read) as (keyof typeof read)[]).some((field) => typed(field) !== read[field]);
  const incomplete = read.documentNumber === '' || read.writtenDate === '';
  return (
    <details class="fold field" open={changed || incomplete}>
      <summary>更正标题、发文字号、发文机关、成文日期、主题分类、施行日期（读取有误时填写）</summary>
      <TextField {...text('title')} label="标题" maxlength={300} hint="公开页面和目录用这个标题。" />
      <TextField
        {...text('documentNumber')}
        label="发文字号"
        maxlength={100}
        hint="例如：示政发〔2026〕1号；括号可以用任何一种。没有文号的留空。"
      />
      <TextField
        {...text('issuer')}
        label="发文机关"
        maxlength={100}
        hint="公开页面会显示；联合发文的都写。没有署名的留空，显示为本部门。"
      />
      <TextField
        {...text('writtenDate')}
        label="成文日期"
        maxlength={40}
        hint="例如：2026年3月2日。公开期限从这一天起算。"
      />
      <SelectField
        {...text('subjectClass')}
        label="主题分类"
        options={[
          { value: '', name: '（不标注）' },
          ...subjectClasses.map(({ name }) => ({ value: name, name })),
        ]}
        hint="系统按内容建议，请核对；公开页面会显示。"
      />
      <div class="pair">
        <TextField
          {...text('effectiveDate')}
          label="施行日期"
          maxlength={40}
          hint="文件写明的；没有写明的留空。"
        />
        <TextField {...text('expiryDate')} label="有效期至" maxlength={40} hint="没有写明截止日期的留空。" />
      </div>
    </details>
  );
};
