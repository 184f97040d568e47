import { describe, expect, it } from 'vitest';
import { actorOf, departmentDataSchema, Organisation } from './organisation.ts';

const department = departmentDataSchema.parse({
  id: 'civil-affairs',
  name: '民政局',
  code: 'MZJ',
  order: 1,
  people: [
    { id: 'a', name: '甲', email: 'A@county.demo', roles: ['clerk'], deputy: 'b' },
    { id: 'b', name: '乙', email: 'b@county.demo', roles: ['department-head'], validFrom: '2026-10-01' },
    { id: 'c', name: '丙', email: 'c@county.demo', roles: ['clerk'], validUntil: '2026-09-30' },
  ],
});
const closed = { ...department, id: 'old', people: [], validUntil: '2025-12-31' };
const on = (day: string): Organisation => new Organisation([department, closed], day);

describe('the organisation of one day', () => {
  it('knows who holds a role on that day, first and last day included', () => {
    expect(
      on('2026-09-30')
        .holders('civil-affairs', 'clerk')
        .map((m) => m.person.id),
    ).toEqual(['a', 'c']);
    expect(
      on('2026-10-01')
        .holders('civil-affairs', 'clerk')
        .map((m) => m.person.id),
    ).toEqual(['a']);
    expect(on('2026-09-30').holders('civil-affairs', 'department-head')).toEqual([]);
  });
  it('finds people by mail address in any writing, and nobody who has left', () => {
    expect(on('2026-10-01').personByEmail(' a@COUNTY.demo ')?.person.id).toBe('a');
    expect(on('2026-10-01').personByEmail('c@county.demo')).toBeUndefined();
  });
  it('names a deputy only while the deputy is there', () => {
    expect(on('2026-10-01').deputyOf('a')?.person.id).toBe('b');
    expect(on('2026-09-30').deputyOf('a')).toBeUndefined();
  });
  it('shows who is there by name, and who is gone by the id', () => {
    expect(on('2026-10-01').departmentName('civil-affairs')).toBe('民政局');
    expect(on('2026-10-01').departmentName('old')).toBe('old');
    expect(on('2026-10-01').personName('a')).toBe('甲');
    expect(on('2026-10-01').personName('c')).toBe('c');
  });
  it('has people act in the first of the wanted roles that they hold', () => {
    const acts = (id: string) => actorOf(on('2026-10-01').person(id)!, 'clerk', 'department-head');
    expect(acts('a')).toEqual({ id: 'a', name: '甲', role: 'clerk' });
    expect(acts('b')).toEqual({ id: 'b', name: '乙', role: 'department-head' });
  });
  it('leaves out departments that are closed', () => {
    expect(on('2026-01-01').departments.map((d) => d.id)).toEqual(['civil-affairs']);
    expect(on('2025-12-31').departments).toHaveLength(2);
  });
});
