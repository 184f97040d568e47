import { Organisation } from '@gongkai/domain/organisation.ts';
import { describe, expect, it } from 'vitest';
import { county, taskItem } from '../../../test/support/in-review.ts';
import { nameOfAction, nameOfActor } from '../documents/history.tsx';
import { timeLeft } from './words.ts';

describe('words for people', () => {
  it.each([
    ['2026-02-28', '还有 5 天', 'blue'],
    ['2026-03-04', '还有 1 天', 'amber'],
    ['2026-03-05', '今天到期', 'amber'],
    ['2026-03-08', '已逾期 3 天', 'red'],
  ])('on %s a task due on 2026-03-05 shows %s', (today, text, tone) => {
    expect(timeLeft(taskItem('interpret'), today)).toEqual({ text, tone });
  });

  it.each([
    ['secrecy-review:return', '保密审查：退回修改'],
    ['confirm-attribute:approve', '确认公开属性：确认'],
    ['reassess:release', '年度评估：转为主动公开'],
    ['published', '公开发布'],
    ['something-new', 'something-new'],
  ])('calls %s %s', (action, name) => {
    expect(nameOfAction(action)).toBe(name);
  });

  it('names both when somebody acted for another', () => {
    const organisation = new Organisation(county, '2026-03-02');
    const actor = { id: 'vice-head', name: '王副局长', role: 'department-head', onBehalfOf: 'head' };
    expect(nameOfActor(actor, organisation)).toBe('王副局长（代李局长）');
  });
});
