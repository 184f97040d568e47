/**
 * 机构职能: duties, structure, address, hours, telephone and responsible persons of a department (条例 art. 20 no. 2).
 * What one person proposes a second one, of the county office, confirms; only what was confirmed is public.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { NotAllowed, StalePage, WrongState } from './errors.ts';
import { type Actor, append, historyEntrySchema } from './history.ts';
import type { Kind } from './indexes.ts';

/** Forms send lines with a carriage return. */
const text = (name: string, most: number) =>
  z
    .string()
    .overwrite((typed) => typed.replace(/\r\n?/g, '\n'))
    .trim()
    .max(most, `${name}最多 ${most} 个字，请删减`);
const needed = (name: string, most: number) => text(name, most).min(1, `请填写${name}`);

export const profileContentSchema = z.object({
  duties: needed('机关职能', 10_000),
  structure: needed('机构设置', 10_000),
  address: needed('办公地址', 200),
  hours: needed('办公时间', 200),
  phone: needed('办公电话', 100),
  /** Fax, post code, e-mail. */
  otherContact: text('其他联系方式', 300),
  leaders: z
    .array(z.object({ post: needed('职务', 100), name: needed('姓名', 50) }))
    .min(1, '请至少写一名负责人')
    .max(30, '负责人最多 30 名'),
});
export type ProfileContent = z.infer<typeof profileContentSchema>;

export const profileSchema = z.object({
  kind: z.literal('profile'),
  /** The department's. */
  id: z.string(),
  version: z.int(),
  /** What is public; `since` is an instant. */
  shown: profileContentSchema.extend({ since: z.string() }).optional(),
  /** Waits for a second person. */
  proposed: z.object({ content: profileContentSchema, by: z.string(), at: z.string() }).optional(),
  history: z.array(historyEntrySchema),
});
export type Profile = z.infer<typeof profileSchema>;

export const profileKind: Kind<Profile> = {
  name: 'profile',
  parse: (value) => profileSchema.parse(value),
  places: () => ({}),
};

export const emptyProfile = (department: string): Profile => ({
  kind: 'profile',
  id: department,
  version: 0,
  history: [],
});

/** SHA-256 of what is confirmed. */
export const profileHash = (content: ProfileContent): string =>
  createHash('sha256')
    .update(JSON.stringify(profileContentSchema.parse(content)))
    .digest('hex');

/** How often something was proposed. */
export const proposalsOf = ({ history }: Pick<Profile, 'history'>): number =>
  history.filter(({ action }) => action === 'profile-proposed').length;

interface Act {
  actor: Actor;
  /** Instant. */
  at: string;
}

export const propose = (profile: Profile, content: ProfileContent, { actor, at }: Act): Profile => ({
  ...profile,
  proposed: { content, by: actor.id, at },
  history: append(profile.history, {
    at,
    actor,
    action: 'profile-proposed',
    contentHash: profileHash(content),
  }),
});

/** `hash` is of what the person saw. Throws {@link WrongState}, {@link StalePage} and {@link NotAllowed}. */
function proposedAs({ proposed }: Profile, hash: string): NonNullable<Profile['proposed']> {
  if (!proposed) throw new WrongState('现在没有待确认的内容，可能已经有人办理。', 'nothing-proposed');
  if (profileHash(proposed.content) !== hash)
    throw new StalePage('在您查看期间，填报的内容有了变化。请重新核对。');
  return proposed;
}

export function confirm(profile: Profile, hash: string, { actor, at }: Act): Profile {
  const { content, by } = proposedAs(profile, hash);
  if (by === actor.id) throw new NotAllowed('这是您自己填报的内容，请由县政府办公室的另一名人员确认。');
  const { proposed: _, ...rest } = profile;
  return {
    ...rest,
    shown: { ...content, since: at },
    history: append(profile.history, { at, actor, action: 'profile-confirmed', contentHash: hash }),
  };
}

export function sendBack(profile: Profile, hash: string, reason: string, { actor, at }: Act): Profile {
  proposedAs(profile, hash);
  const { proposed: _, ...rest } = profile;
  return {
    ...rest,
    history: append(profile.history, { at, actor, action: 'profile-returned', reason, contentHash: hash }),
  };
}
