/** Department profiles: proposed by the department or the office, confirmed by a second person of the office. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import type { Actor } from '@gongkai/domain/history.ts';
import {
  confirm,
  emptyProfile,
  type Profile,
  type ProfileContent,
  profileKind,
  propose,
  sendBack,
} from '@gongkai/domain/profile.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { createStore } from '@gongkai/platform/store.ts';
import type { Table } from '@gongkai/platform/ports.ts';

type Needs = Pick<Deps, 'table' | 'clock'>;

export const profiles = (table: Table) => createStore(table, profileKind);

export const loadProfile = async ({ table }: Pick<Deps, 'table'>, department: string): Promise<Profile> =>
  (await profiles(table).get(department)) ?? emptyProfile(department);

/** Throws {@link InputRefused} when something in it must not go out, whoever looks. */
export async function proposeProfile(
  deps: Needs,
  department: string,
  content: ProfileContent,
  actor: Actor,
): Promise<Profile> {
  const blocking = (await findingsIn(deps, content)).filter((f) => f.severity === 'block');
  if (blocking.length > 0)
    throw new InputRefused(
      `填报的内容中有 ${blocking.length} 处不能公开（${blocking.map((f) => f.excerpt).join('；')}），请删去后再提交。`,
    );
  await profiles(deps.table).createOnce(emptyProfile(department));
  return profiles(deps.table).update(department, (p) => propose(p, content, { actor, at: instant(deps) }));
}

export const confirmProfile = (deps: Needs, department: string, hash: string, actor: Actor) =>
  profiles(deps.table).update(department, (p) => confirm(p, hash, { actor, at: instant(deps) }));

export const returnProfile = (deps: Needs, department: string, hash: string, reason: string, actor: Actor) =>
  profiles(deps.table).update(department, (p) => sendBack(p, hash, reason, { actor, at: instant(deps) }));

/** What screening finds in the public text: for the form, and for whoever confirms. */
export async function findingsIn({ clock }: Pick<Deps, 'clock'>, content: ProfileContent) {
  // Loaded on use: the portal starts without the recognisers.
  const { screen } = await import('@gongkai/screening/screen.ts');
  const { duties, structure, address, hours, phone, otherContact, leaders } = content;
  const lines = [duties, structure, `办公地址：${address}`, `办公时间：${hours}`, `办公电话：${phone}`];
  const people = leaders.map((l) => `${l.post}：${l.name}`);
  return screen({
    text: [...lines, `其他联系方式：${otherContact}`, ...people].join('\n'),
    today: localDate(clock.now()),
  });
}

const instant = ({ clock }: Pick<Deps, 'clock'>): string => clock.now().toISOString();
