/** Paths and small parts of the catalogue's pages. */
import { type CataloguePart, type PartState, partStateName } from '@gongkai/domain/catalogue-part.ts';
import { base } from '../base.ts';

export const here = `${base}/catalogue`;
export const partPath = (field: string, department: string): string => `${here}/${field}/${department}`;

const tone: Record<PartState, string> = {
  empty: 'amber',
  draft: 'blue',
  filed: 'blue',
  returned: 'red',
  approved: 'green',
};
export const StateTag = ({ state }: Pick<CataloguePart, 'state'>) => (
  <span class={`tag ${tone[state]}`}>{partStateName[state]}</span>
);

export const rowsPerPage = 50;

/** `?page=2`, keeping what else is asked for. */
export const Pages = ({
  path,
  page,
  total,
  query = '',
}: {
  path: string;
  page: number;
  total: number;
  query?: string;
}) => {
  const last = Math.max(1, Math.ceil(total / rowsPerPage));
  if (last === 1) return null;
  const link = (n: number, name: string) => <a href={`${path}?${query}page=${n}`}>{name}</a>;
  return (
    <nav class="actions" aria-label="翻页">
      {page > 1 && link(page - 1, '上一页')}
      <span class="quiet">
        第 {page} 页，共 {last} 页
      </span>
      {page < last && link(page + 1, '下一页')}
    </nav>
  );
};

export const pageOf = (asked: string | undefined): number =>
  Math.max(1, Number.parseInt(asked ?? '1', 10) || 1);
export const slice = <T,>(rows: readonly T[], page: number): T[] =>
  rows.slice((page - 1) * rowsPerPage, page * rowsPerPage);
