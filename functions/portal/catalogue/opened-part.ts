/** One department's part of a field, opened by somebody who may see it. */
import type { CatalogueField } from '@gongkai/domain/catalogue-field.ts';
import type { CataloguePart } from '@gongkai/domain/catalogue-part.ts';
import { NotFound } from '@gongkai/domain/errors.ts';
import type { Membership } from '@gongkai/domain/organisation.ts';
import { needField } from '../../shared/catalogue-fields.ts';
import { loadPart } from '../../shared/catalogue-filing.ts';
import type { PortalContext, PortalDeps } from '../env.ts';
import { signedIn } from '../session.ts';
import { here, partPath } from './frame.tsx';
import { mayEdit, mayFile, mayJudge, maySee, need } from './who.ts';

export const onePart = `${here}/:field{[a-z-]+}/:department{[a-z0-9-]+}`;

export interface OpenedPart {
  me: Membership;
  field: CatalogueField;
  part: CataloguePart;
  may: { edit: boolean; file: boolean; judge: boolean };
}

export async function openPart(deps: PortalDeps, c: PortalContext): Promise<OpenedPart> {
  const me = signedIn(c);
  const department = c.req.param('department') ?? '';
  need(maySee(me, department), '这是其他部门的目录，您不能查看。');
  const field = await needField(deps, c.req.param('field') ?? '');
  if (!field.departments.includes(department) && !(department in field.parts))
    throw new NotFound('这个领域没有分给这个部门。');
  const part = await loadPart(deps, field.id, department);
  const may = {
    edit: mayEdit(me, department),
    file: mayFile(me, department),
    judge: mayJudge(me, part.filed?.actor.id),
  };
  return { me, field, part, may };
}

export const backTo = (c: PortalContext, { part }: Pick<OpenedPart, 'part'>, what: string) =>
  c.redirect(`${partPath(part.field, part.department)}?done=${what}`, 303);
