/** A row of a template as the finance bureau fills it, without anything to complain of. */
export const filledRow = (first: string, second: string, content: string): string[] => [
  '1',
  first,
  second,
  content,
  '依据',
  '及时公开',
  '财政局',
  '■政府网站',
  '√',
  '',
  '√',
  '',
  '√',
  '',
];
