/** Department profiles: filled in by the department or the office, confirmed by a second person of the office. */
import { InputRefused, NotAllowed, NotFound, StalePage } from '@gongkai/domain/errors.ts';
import { actorOf, type DepartmentData, type Membership } from '@gongkai/domain/organisation.ts';
import type { Profile } from '@gongkai/domain/profile.ts';
import { Hono } from 'hono';
import {
  confirmProfile,
  findingsIn,
  loadProfile,
  profiles,
  proposeProfile,
  returnProfile,
} from '../../shared/profiles.ts';
import { confirming, settleProfile } from '../../shared/profile-tasks.ts';
import { mayDecide, type Permission } from '../../shared/who-may.ts';
import { readBody, textOf } from '../body.ts';
import { isOffice, mayEdit, maySee, need } from '../catalogue/who.ts';
import type { PortalContext, PortalDeps, PortalEnv } from '../env.ts';
import { FormRefused } from '../form-refused.ts';
import { requireSession, signedIn } from '../session.ts';
import { emptyForm, formOf, parseForm, typedForm } from './form.ts';
import { ListPage } from './list-page.tsx';
import { here, ProfilePage, type ProfilePageProps } from './profile-page.tsx';

const done: Record<string, string> = {
  proposed: '已提交，等待县政府办公室确认。',
  confirmed: '已确认。公开网站会随后更新。',
  returned: '已退回。',
};

interface Opened {
  me: Membership;
  department: DepartmentData;
  profile: Profile;
  /** Whether and as whom one confirms. */
  judging: Permission;
  may: ProfilePageProps['may'];
}

export function profileRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.use(here, requireSession);
  app.use(`${here}/*`, requireSession);

  const open = async (c: PortalContext): Promise<Opened> => {
    const me = signedIn(c);
    const department = c.get('organisation').department(c.req.param('id') ?? '');
    if (!department) throw new NotFound('没有这个部门。');
    const profile = await loadProfile(deps, department.id);
    const judging = mayDecide(confirming(profile), undefined, me, c.get('organisation'));
    need(maySee(me, department.id) || judging.allowed, '这是其他部门的机构职能，您不能查看。');
    const may = { edit: mayEdit(me, department.id) || isOffice(me), confirm: judging.allowed };
    return { me, department, profile, judging, may };
  };
  const show = async (
    c: PortalContext,
    { department, profile, may }: Opened,
    more: Partial<ProfilePageProps> = {},
    status: 200 | 400 = 200,
  ) => {
    const content = profile.proposed?.content ?? profile.shown;
    const findings = profile.proposed && may.confirm ? await findingsIn(deps, profile.proposed.content) : [];
    const toCheck = findings.filter((f) => f.severity === 'review').map((f) => `${f.excerpt}：${f.why}`);
    const form = content ? formOf(content) : emptyForm;
    const props = { c, settings: deps.settings, department, profile, may, form, toCheck, ...more };
    return c.html(<ProfilePage {...props} />, status);
  };
  const back = (c: PortalContext, { department }: Opened, what: string) =>
    c.redirect(`${here}/${department.id}?done=${what}`, 303);

  app.get(here, async (c) => {
    const me = signedIn(c);
    if (!isOffice(me) && !me.person.roles.includes('administrator'))
      return c.redirect(`${here}/${me.department.id}`, 303);
    const { departments } = c.get('organisation');
    const known = await profiles(deps.table).getMany(departments.map((d) => d.id));
    return c.html(<ListPage c={c} departments={departments} profiles={known} />);
  });

  app.get(`${here}/:id`, async (c) => show(c, await open(c), { done: done[c.req.query('done') ?? ''] }));

  app.post(`${here}/:id`, async (c) => {
    const opened = await open(c);
    const { me, department, profile, may } = opened;
    need(may.edit, '您没有填报的权限。');
    const body = await readBody(c);
    const form = typedForm(body);
    try {
      if (textOf(body, 'version') !== String(profile.version))
        throw new StalePage('别人刚刚修改过，您填写的内容还在下面，请核对后再提交。');
      const content = parseForm(form);
      const actor = isOffice(me) ? actorOf(me, 'office-editor') : actorOf(me, 'clerk', 'department-head');
      await settleProfile(deps, await proposeProfile(deps, department.id, content, actor));
      return back(c, opened, 'proposed');
    } catch (error) {
      if (error instanceof FormRefused) return show(c, opened, { form, errors: error.fields }, 400);
      if (error instanceof InputRefused || error instanceof StalePage)
        return show(c, opened, { form, errors: { form: error.message } }, 400);
      throw error;
    }
  });

  app.post(`${here}/:id/decision`, async (c) => {
    const opened = await open(c);
    const { department, judging } = opened;
    if (!judging.allowed) throw new NotAllowed(judging.reason);
    const { actor } = judging;
    const body = await readBody(c);
    const [outcome, hash, reason] = ['outcome', 'contentHash', 'reason'].map((n) => textOf(body, n).trim());
    if (outcome === 'confirm') {
      await settleProfile(deps, await confirmProfile(deps, department.id, hash!, actor));
      await deps.siteChanged?.();
      return back(c, opened, 'confirmed');
    }
    const problem = outcome !== 'return' ? '请选择您的意见。' : reason === '' ? '请写明退回的理由。' : '';
    if (problem !== '') return show(c, opened, { errors: { form: problem } }, 400);
    await settleProfile(deps, await returnProfile(deps, department.id, hash!, reason!, actor));
    return back(c, opened, 'returned');
  });

  return app;
}
