/** 机构职能: what a department is for, where it is and who answers for it (条例 art. 20 no. 2). */
import type { ProfileContent } from '@gongkai/domain/profile.ts';
import { JsonLd, renderPage } from './layout.tsx';
import { Day, Facts } from './parts.tsx';
import { departmentsPath, href, listPath, profilePath } from './paths.ts';
import { profileData } from './schema-org.ts';
import { clean } from './text.ts';
import type { SiteView } from './views.ts';

export interface ProfileView {
  department: { id: string; name: string };
  /** `since` is an instant. Null while nothing was confirmed. */
  shown: (ProfileContent & { since: string }) | null;
}

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => (
        <p>{line.trim()}</p>
      ))}
  </>
);

const Profile = ({ shown }: { shown: NonNullable<ProfileView['shown']> }) => (
  <>
    <Facts
      rows={[
        ['办公地址', shown.address],
        ['办公时间', shown.hours],
        ['办公电话', shown.phone],
        ['其他联系方式', shown.otherContact],
        ['更新日期', <Day at={shown.since} />],
      ]}
    />
    <h2>机关职能</h2>
    <Paragraphs text={shown.duties} />
    <h2>机构设置</h2>
    <Paragraphs text={shown.structure} />
    <h2>负责人</h2>
    <Facts rows={shown.leaders.map(({ post, name }) => [post, name])} />
  </>
);

export function renderProfilePage(givenSite: SiteView, given: ProfileView): string {
  const [site, { department, shown }] = [clean(givenSite), clean(given)];
  const list = listPath('department', department.id);
  return renderPage({
    site,
    title: `${department.name}机构职能`,
    path: profilePath(department.id),
    column: {
      name: '机构职能',
      type: '机构职能',
      description: `${department.name}的职能、机构、地址、办公时间、联系方式和负责人。`,
    },
    ...(shown && {
      article: {
        title: `${department.name}机构职能`,
        publishedAt: shown.since,
        source: department.name,
        url: href(site, profilePath(department.id)),
      },
      head: <JsonLd data={profileData(site, department, shown)} />,
    }),
    crumbs: [
      { name: '按部门查阅', path: departmentsPath },
      { name: department.name, path: list },
    ],
    children: (
      <article class="document profile">
        <h1>{department.name}机构职能</h1>
        {shown ? (
          <Profile shown={shown} />
        ) : (
          <p class="empty">本部门的机构职能信息正在整理，公布后在本页显示。</p>
        )}
        <p class="subscribe">
          <a href={href(site, list)}>{department.name}公开的信息</a>
        </p>
      </article>
    ),
  });
}
