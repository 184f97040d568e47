/** What the two forms of the organisation pages post, turned into domain data. */
import { departmentDataSchema, personSchema } from '@gongkai/domain/organisation.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import * as z from 'zod';
import { textOf } from '../body.ts';
import { FormRefused } from '../form-refused.ts';

const many = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const blankIsAbsent = (value: unknown): unknown => (value === '' ? undefined : value);
const names: Record<string, string> = {
  id: '编号',
  name: '名称',
  code: '代码',
  order: '排序',
  email: '电子邮箱',
  roles: '角色',
  deputy: '代理人',
  validFrom: '有效期起',
  validUntil: '有效期止',
};

/** Words that stand in addresses where an id would. */
const notReserved = (form: { id: string }): boolean => !['new', 'import', 'export'].includes(form.id);
const reserved = { path: ['id'], error: '这个编号为系统保留，请换一个' };

const departmentForm = departmentDataSchema.omit({ people: true }).refine(notReserved, reserved);
const personForm = personSchema.refine(notReserved, reserved);

export const parseDepartment = (body: Record<string, unknown>) =>
  parsed(departmentForm, {
    ...body,
    order: Number.parseInt(textOf(body, 'order'), 10),
    aliases: textOf(body, 'aliases')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    validFrom: blankIsAbsent(body['validFrom']),
    validUntil: blankIsAbsent(body['validUntil']),
  });

export const parsePerson = (body: Record<string, unknown>) =>
  parsed(personForm, {
    ...body,
    email: textOf(body, 'email').trim(),
    roles: many(body['roles']),
    deputy: blankIsAbsent(body['deputy']),
    validFrom: blankIsAbsent(body['validFrom']),
    validUntil: blankIsAbsent(body['validUntil']),
  });

function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return withoutUndefined(result.data);
  const fields: Record<string, string> = {};
  for (const { path, message } of result.error.issues) {
    const field = String(path[0]);
    fields[field] ??= /\p{Script=Han}/u.test(message)
      ? message
      : `${names[field] ?? field}没有填写，或者太长、格式不对`;
  }
  throw new FormRefused(fields);
}

/** Messages for the form: of its fields, or under `form` when it was refused as a whole. Rethrows the rest. */
export function refusedForm(error: unknown): Record<string, string> {
  if (error instanceof FormRefused) return error.fields;
  if (error instanceof InputRefused) return { form: error.message };
  throw error;
}

/** What is stored has no keys without a value. */
const withoutUndefined = <T>(value: T): T =>
  Object.fromEntries(Object.entries(value as object).filter(([, v]) => v !== undefined)) as T;

export const versionOf = (body: Record<string, unknown>): number =>
  z.coerce.number().int().catch(-1).parse(body['version']);
