/** The two rows of headings of the standard template, and how they are merged where they are rows 2 and 3. */
import type { Filled } from './xlsx.ts';

const row = (cells: string): Filled[] => cells.split('|').map((text) => (text === '' ? null : text));

export const title = (text: string): Filled[] => row(`${text}${'|'.repeat(13)}`);

export const officialHeading: Filled[][] = [
  row(
    '序号|公开事项||公开内容（要素）|公开依据|公开时限|公开主体|公开渠道和载体|公开对象||公开方式||公开层级|',
  ),
  row('|一级事项|二级事项||||||全社会|特定群体（请写明）|主动|依申请|县级|乡级'),
];
export const officialMerges = ['A1:N1', 'A2:A3', 'B2:C2', 'I2:J2', 'K2:L2', 'M2:N2'];
