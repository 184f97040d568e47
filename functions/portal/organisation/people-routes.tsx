/** The people of one department. Who may be here is decided by the routes above. */
import { NotFound } from '@gongkai/domain/errors.ts';
import { actorOf, type Department, type Person, roleName } from '@gongkai/domain/organisation.ts';
import { Hono } from 'hono';
import { departments } from '../../shared/organisation.ts';
import { readBody } from '../body.ts';
import type { PortalContext, PortalDeps, PortalEnv } from '../env.ts';
import { endSessionsOf, signedIn } from '../session.ts';
import { changeDepartment, withNewPerson, withoutPerson, withPerson } from './change.ts';
import { parsePerson, refusedForm, versionOf } from './forms.ts';
import { here } from './list-page.tsx';
import { type AfterRemoval, ifRemoved, inAddress } from './open-tasks.tsx';
import { PersonPage } from './person-page.tsx';
import { mailUploadLink } from './upload-link-mail.ts';

export function peopleRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const path = `${here}/:id/people` as const;
  const need = (id: string): Promise<Department> => departments(deps.table).need(id);
  const openOf = (c: PortalContext, department: Department, person: Person): Promise<AfterRemoval[]> =>
    ifRemoved(deps, department, person, actorOf(signedIn(c), 'administrator'));

  app.get(`${path}/new`, async (c) =>
    c.html(<PersonPage c={c} department={await need(c.req.param('id'))} />),
  );

  app.post(path, async (c) => {
    const body = await readBody(c, { all: true });
    const department = await need(c.req.param('id'));
    try {
      const person = parsePerson(body);
      const change = {
        actor: actorOf(signedIn(c), 'administrator'),
        action: 'add-person',
        reason: described(person),
      };
      const outcome = await changeDepartment(
        deps,
        department.id,
        versionOf(body),
        change,
        withNewPerson(person),
      );
      return c.redirect(`${here}/${department.id}?done=saved${inAddress(outcome)}`, 303);
    } catch (error) {
      const errors = refusedForm(error);
      return c.html(<PersonPage c={c} department={department} typed={body} errors={errors} />, 400);
    }
  });

  app.get(`${path}/:person`, async (c) => {
    const department = await need(c.req.param('id'));
    const person = personOf(department, c.req.param('person'));
    const open = await openOf(c, department, person);
    return c.html(<PersonPage c={c} department={department} person={person} open={open} />);
  });

  app.post(`${path}/:person`, async (c) => {
    const body = await readBody(c, { all: true });
    const department = await need(c.req.param('id'));
    const before = personOf(department, c.req.param('person'));
    try {
      const person = parsePerson({ ...body, id: before.id });
      const change = {
        actor: actorOf(signedIn(c), 'administrator'),
        action: 'edit-person',
        reason: described(person),
      };
      const outcome = await changeDepartment(
        deps,
        department.id,
        versionOf(body),
        change,
        withPerson(person),
      );
      return c.redirect(`${here}/${department.id}?done=saved${inAddress(outcome)}`, 303);
    } catch (error) {
      const errors = refusedForm(error);
      const open = await openOf(c, department, before);
      const props = { c, department, person: before, open, typed: body, errors };
      return c.html(<PersonPage {...props} />, 400);
    }
  });

  app.post(`${path}/:person/remove`, async (c) => {
    const body = await readBody(c);
    const department = await need(c.req.param('id'));
    const person = personOf(department, c.req.param('person'));
    const change = {
      actor: actorOf(signedIn(c), 'administrator'),
      action: 'remove-person',
      reason: person.name,
    };
    try {
      const outcome = await changeDepartment(
        deps,
        department.id,
        versionOf(body),
        change,
        withoutPerson(person.id),
      );
      return c.redirect(`${here}/${department.id}?done=removed${inAddress(outcome)}`, 303);
    } catch (error) {
      const errors = refusedForm(error);
      const props = { c, department, person, open: await openOf(c, department, person), errors };
      return c.html(<PersonPage {...props} />, 400);
    }
  });

  app.post(`${path}/:person/sign-out`, async (c) => {
    const department = await need(c.req.param('id'));
    await endSessionsOf(deps, personOf(department, c.req.param('person')).id);
    return c.redirect(`${here}/${department.id}?done=signed-out`, 303);
  });

  app.post(`${path}/:person/upload-link`, async (c) => {
    const department = await need(c.req.param('id'));
    await mailUploadLink(deps, department, personOf(department, c.req.param('person')));
    return c.redirect(`${here}/${department.id}?done=sent`, 303);
  });

  return app;
}

const described = ({ name, roles }: Person): string =>
  `${name}（${roles.map((r) => roleName[r]).join('、')}）`;

function personOf({ people }: Department, id: string): Person {
  const person = people.find((p) => p.id === id);
  if (!person) throw new NotFound(`没有人员 ${id}`);
  return person;
}
