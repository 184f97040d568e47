/** The form of a department's profile, to domain data and back. */
import { type ProfileContent, profileContentSchema } from '@gongkai/domain/profile.ts';
import { textOf } from '../body.ts';
import { FormRefused } from '../form-refused.ts';

const fields = ['duties', 'structure', 'address', 'hours', 'phone', 'otherContact', 'leaders'] as const;
export type ProfileForm = Record<(typeof fields)[number], string>;

export const emptyForm = Object.fromEntries(fields.map((name) => [name, ''])) as ProfileForm;

export const typedForm = (body: Record<string, unknown>): ProfileForm =>
  Object.fromEntries(fields.map((name) => [name, textOf(body, name)])) as ProfileForm;

export const formOf = ({ leaders, ...rest }: ProfileContent): ProfileForm => ({
  ...rest,
  leaders: leaders.map(({ post, name }) => `${post}：${name}`).join('\n'),
});

/** Throws {@link FormRefused}. */
export function parseForm({ leaders, ...rest }: ProfileForm): ProfileContent {
  const people = leaders
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(leaderOf);
  const unclear = people.find((p) => p.name === '');
  const parsed = profileContentSchema.safeParse({ ...rest, leaders: people });
  if (parsed.success) return parsed.data;
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message;
  if (unclear) errors['leaders'] = `“${unclear.post}”没有写明姓名。每行一人，先职务后姓名，用冒号隔开`;
  throw new FormRefused(errors);
}

function leaderOf(line: string): { post: string; name: string } {
  const [post = '', ...name] = line.split(/[：:]/);
  return { post: post.trim(), name: name.join('：').trim() };
}
