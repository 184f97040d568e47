/** The profiles of all departments, for the office: what is public, and what waits. */
import type { DepartmentData } from '@gongkai/domain/organisation.ts';
import type { Profile } from '@gongkai/domain/profile.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { PortalContext } from '../env.ts';
import { PortalPage } from '../layout.tsx';
import { ListTable } from '../list-table.tsx';
import { here } from './profile-page.tsx';

const State = ({ profile }: { profile: Profile | undefined }) => {
  if (profile?.proposed) return <span class="tag amber">待确认</span>;
  return profile?.shown ? <span class="tag green">已公开</span> : <span class="tag red">未填报</span>;
};

export const ListPage = ({
  c,
  departments,
  profiles,
}: {
  c: PortalContext;
  departments: readonly DepartmentData[];
  profiles: readonly Profile[];
}) => {
  const of = (id: string) => profiles.find((p) => p.id === id);
  return (
    <PortalPage c={c} title="机构职能" current={here}>
      <h1>机构职能</h1>
      <p class="lead">
        每个部门都应当公开机关职能、机构设置、办公地址、办公时间、联系方式和负责人。由部门或县政府办公室填报，县政府办公室的另一名人员确认后公开。
      </p>
      <ListTable caption={`共 ${departments.length} 个部门`} headings={['部门', '状态', '最近公开']}>
        {departments.map(({ id, name }) => (
          <tr>
            <td>
              <a href={`${here}/${id}`}>{name}</a>
            </td>
            <td>
              <State profile={of(id)} />
            </td>
            <td class="number">{of(id)?.shown ? localDate(of(id)!.shown!.since) : '—'}</td>
          </tr>
        ))}
      </ListTable>
    </PortalPage>
  );
};
