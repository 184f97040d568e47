/** Departments, people and roles. A department item carries its people, so that a change of either is one write. */
import * as z from 'zod';
import { type LocalDate, localDateSchema } from './deadline.ts';
import { type Actor, historyEntrySchema } from './history.ts';
import { type Kind, sortable } from './indexes.ts';

export const roles = [
  'clerk',
  'department-head',
  'secrecy-officer',
  'office-editor',
  'administrator',
] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;
export const roleName: Record<Role, string> = {
  clerk: '经办人',
  'department-head': '部门负责人',
  'secrecy-officer': '保密审查员',
  'office-editor': '政务公开审核员',
  administrator: '系统管理员',
};

/** See every department's documents, and mend what got stuck. */
export const overseers = ['office-editor', 'administrator'] as const satisfies readonly Role[];

const idSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, '编号只能用小写字母、数字和连字符，最长 40 位');
const validity = {
  /** First and last day on which this holds; open when absent. */
  validFrom: localDateSchema.optional(),
  validUntil: localDateSchema.optional(),
};

export const personSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(50),
  email: z.email('电子邮箱格式不正确').max(200).toLowerCase(),
  roles: z.array(roleSchema).min(1, '至少选择一个角色'),
  /** Person id of who acts when this person does not. */
  deputy: idSchema.optional(),
  ...validity,
});
export type Person = z.infer<typeof personSchema>;

/** A department as it is exchanged in files. */
export const departmentDataSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(100),
  /** Stands in index numbers, e.g. `FGJ`. */
  code: z.string().regex(/^[A-Z0-9]{2,10}$/, '代码只能用大写字母和数字，2 至 10 位'),
  order: z.int().nonnegative(),
  /** Other names the department signs with. */
  aliases: z.array(z.string()).default([]),
  people: z.array(personSchema),
  ...validity,
});
export type DepartmentData = z.infer<typeof departmentDataSchema>;

export const departmentSchema = departmentDataSchema.extend({
  version: z.int(),
  history: z.array(historyEntrySchema),
});
export type Department = z.infer<typeof departmentSchema>;

export const departmentKind: Kind<Department> = {
  name: 'department',
  parse: (value) => departmentSchema.parse(value),
  places: (d) => ({ departments: { partition: 'county', sort: `${sortable(d.order)}#${d.id}` } }),
};

/** The county office (县政府办公室): authority for disclosure in the county, 条例 art. 3. */
export const officeId = 'county-office';

export interface Membership {
  person: Person;
  department: DepartmentData;
}

/** Acts in the first of these roles that the person holds. */
export const actorOf = ({ person }: Membership, ...as: readonly [Role, ...Role[]]): Actor => ({
  id: person.id,
  name: person.name,
  role: as.find((role) => person.roles.includes(role)) ?? as[0],
});

const holds = (
  on: LocalDate,
  v: { validFrom?: string | undefined; validUntil?: string | undefined },
): boolean =>
  (v.validFrom === undefined || v.validFrom <= on) && (v.validUntil === undefined || on <= v.validUntil);

/** The organisation as it stands on one day. */
export class Organisation {
  readonly departments: readonly DepartmentData[];
  readonly #people: Map<string, Membership>;

  constructor(departments: readonly DepartmentData[], on: LocalDate) {
    this.departments = departments.filter((d) => holds(on, d));
    this.#people = new Map(
      this.departments.flatMap((department) =>
        department.people.filter((p) => holds(on, p)).map((person) => [person.id, { person, department }]),
      ),
    );
  }

  department(id: string): DepartmentData | undefined {
    return this.departments.find((d) => d.id === id);
  }
  person(id: string): Membership | undefined {
    return this.#people.get(id);
  }
  /** Who is gone is shown by the id. */
  departmentName(id: string): string {
    return this.department(id)?.name ?? id;
  }
  personName(id: string): string {
    return this.person(id)?.person.name ?? id;
  }
  personByEmail(email: string): Membership | undefined {
    const wanted = email.trim().toLowerCase();
    return [...this.#people.values()].find((m) => m.person.email === wanted);
  }
  people(): Membership[] {
    return [...this.#people.values()];
  }
  holders(departmentId: string, role: Role): Membership[] {
    return [...this.#people.values()].filter(
      (m) => m.department.id === departmentId && m.person.roles.includes(role),
    );
  }
  deputyOf(personId: string): Membership | undefined {
    const deputy = this.#people.get(personId)?.person.deputy;
    return deputy === undefined ? undefined : this.#people.get(deputy);
  }
}
