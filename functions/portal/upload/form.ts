/** What the upload form asks, checked: one message for each field that is wrong. */
import { attributeSchema, groundSchema, needsGround } from '@gongkai/domain/attribute.ts';
import { cleanTitle } from '@gongkai/domain/document.ts';
import { commonTypes, maxFileBytes, maxFiles, uploadTypes } from '@gongkai/domain/uploads.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import * as z from 'zod';
import { FormRefused } from '../form-refused.ts';

const titleSchema = z.string().transform((title, ctx) => {
  try {
    return cleanTitle(title);
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    ctx.addIssue({ code: 'custom', message: error.message });
    return z.NEVER;
  }
});
const yesOrNo = z.union([z.boolean(), z.enum(['yes', 'no']).transform((v) => v === 'yes')], {
  error: '请选择是否需要解读',
});

export const uploadFormSchema = z
  .object({
    /** Empty: read from the file. */
    title: titleSchema.default(''),
    attribute: z.enum(attributeSchema.options, { error: '请选择公开属性' }),
    ground: z
      .union([z.literal('').transform(() => undefined), groundSchema], { error: '请从列表中选择理由' })
      .optional(),
    catalogueItem: z.string({ error: '请选择公开事项' }).regex(/^[a-z0-9-]{1,60}$/, '请从列表中选择公开事项'),
    needsInterpretation: yesOrNo,
    /** A returned document of which this is the new version. */
    document: z
      .string()
      .regex(/^[a-z0-9]{0,40}$/, '文件编号不正确')
      .optional(),
    /** Number of attachments, where the form cannot tell the files themselves. */
    attachments: z.coerce
      .number({ error: '请选择附件数量' })
      .int()
      .min(0)
      .max(maxFiles - 1, `附件最多 ${maxFiles - 1} 个`)
      .default(0),
  })
  .superRefine((form, ctx) => {
    const refuse = (message: string): void => ctx.addIssue({ code: 'custom', path: ['ground'], message });
    if (needsGround(form.attribute) && !form.ground) refuse('不是主动公开的，必须选择法定理由');
    if (!needsGround(form.attribute) && form.ground)
      refuse('主动公开不需要理由：请把理由改为“不填”，或者改选其他公开属性');
  });

/** Rounded up: what is over the limit must not look as if it were within. */
const mib = (bytes: number): string => `${(Math.ceil((bytes / 1_048_576) * 10) / 10).toFixed(1)} MB`;

const fileSchema = z
  .object({ name: z.string().max(1_000), size: z.int().nonnegative() })
  .transform(({ name, size }) => ({ name: cleanFileName(name), size }))
  .superRefine(({ name, size }, ctx) => {
    const refuse = (message: string): void => ctx.addIssue({ code: 'custom', message });
    const type = name.split('.').at(-1)!.toLowerCase();
    if (!(uploadTypes as readonly string[]).includes(type))
      refuse(`“${name}”的类型不能接收，请另存为 ${commonTypes.join('、')} 之一`);
    if (size === 0) refuse(`“${name}”是空文件，请检查后重新选择`);
    if (size > maxFileBytes) refuse(`“${name}”有 ${mib(size)}，超过 ${mib(maxFileBytes)}，请压缩或拆分`);
  });
export const filesSchema = z
  .array(fileSchema)
  .min(1, '请选择要上传的文件')
  .max(maxFiles, `一次最多上传 ${maxFiles} 个文件`);

/** A display name only: no folders, no control or direction characters, bounded with its ending kept. */
function cleanFileName(name: string): string {
  const plain = name
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim();
  return plain.length <= 150 ? plain : `${plain.slice(0, 130)}…${plain.slice(-19)}`;
}

/** Throws {@link FormRefused} with the first message of each field; `field` stands for the whole value. */
export function check<S extends z.ZodType>(schema: S, value: unknown, field = ''): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const { path, message } of result.error.issues)
    fields[field || String(path[0] ?? 'form')] ??= /\p{Script=Han}/u.test(message)
      ? message
      : '这一项的内容不对，请刷新页面后重新填写。';
  throw new FormRefused(fields);
}
