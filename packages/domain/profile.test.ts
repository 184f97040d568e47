import { describe, expect, it } from 'vitest';
import { verifies } from './history.ts';
import { confirm, emptyProfile, profileContentSchema, profileHash, propose, sendBack } from './profile.ts';

const content = {
  duties: '负责全县养老服务工作。',
  structure: '办公室、养老服务股。',
  address: '示范县城关镇东街1号',
  hours: '工作日 8:30—12:00，14:30—18:00',
  phone: '0990-6120001',
  otherContact: '',
  leaders: [{ post: '局长', name: '王负责' }],
};
const by = (id: string) => ({ actor: { id, name: id, role: 'clerk' }, at: '2026-09-21T01:00:00.000Z' });
const hash = profileHash(content);

describe('a profile', () => {
  it('is public when a second person has confirmed what the first proposed, with both in its history', () => {
    const proposed = propose(emptyProfile('civil-affairs'), content, by('clerk'));
    expect(proposed.shown).toBeUndefined();
    const shown = confirm(proposed, hash, by('editor'));
    expect(shown.shown).toEqual({ ...content, since: '2026-09-21T01:00:00.000Z' });
    expect(shown.proposed).toBeUndefined();
    expect(shown.history.map((h) => [h.action, h.actor.id, h.contentHash])).toEqual([
      ['profile-proposed', 'clerk', hash],
      ['profile-confirmed', 'editor', hash],
    ]);
    expect(verifies(shown.history)).toBe(true);
  });

  it('is confirmed by nobody who proposed it, as it was seen, and once', () => {
    const proposed = propose(emptyProfile('civil-affairs'), content, by('editor'));
    expect(() => confirm(proposed, hash, by('editor'))).toThrow('您自己填报');
    expect(() => confirm(proposed, 'other', by('editor2'))).toThrow('有了变化');
    expect(() => confirm(confirm(proposed, hash, by('editor2')), hash, by('editor2'))).toThrow('没有待确认');
  });

  it('sent back leaves what is public as it is', () => {
    const first = confirm(propose(emptyProfile('a'), content, by('clerk')), hash, by('editor'));
    const changed = { ...content, phone: '0990-6120002' };
    const back = sendBack(
      propose(first, changed, by('clerk')),
      profileHash(changed),
      '电话打不通',
      by('editor'),
    );
    expect(back.shown?.phone).toBe('0990-6120001');
    expect(back.proposed).toBeUndefined();
    expect(back.history.at(-1)).toMatchObject({ action: 'profile-returned', reason: '电话打不通' });
  });

  it.each(['duties', 'structure', 'address', 'hours', 'phone'])('%s is demanded by the law', (field) => {
    const { success, error } = profileContentSchema.safeParse({ ...content, [field]: ' ' });
    expect([success, error?.issues[0]?.message]).toEqual([false, expect.stringMatching(/^请填写/)]);
  });

  it('is the same whether a form or a file sends its lines', () => {
    const lines = { ...content, duties: '一\n二' };
    expect(profileHash({ ...lines, duties: '一\r\n二 ' })).toBe(profileHash(lines));
  });

  it('names at least one responsible person', () => {
    expect(profileContentSchema.safeParse({ ...content, leaders: [] }).error?.issues[0]?.message).toBe(
      '请至少写一名负责人',
    );
  });
});
