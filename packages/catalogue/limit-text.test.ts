import type { Due, Limit } from '@gongkai/domain/catalogue-limit.ts';
import { describe, expect, it } from 'vitest';
import { readLimit } from './limit-text.ts';

const within = (count: number, unit: 'working-day' | 'day', after: string): Due => ({
  kind: 'within',
  count,
  unit,
  after,
});

describe('公开时限', () => {
  it.each<[text: string, due: Due | undefined, posting?: Limit['posting']]>([
    ['信息形成或变更之日起20个工作日内', within(20, 'working-day', '信息形成或变更')],
    ['自信息形成或者变更之日起二十个工作日内予以公开', within(20, 'working-day', '信息形成或者变更')],
    ['制定或获取信息之日起10个工作日内', within(10, 'working-day', '制定或获取信息')],
    [
      '制定或获取信息之日起10个工作日内，公示7个工作日',
      within(10, 'working-day', '制定或获取信息'),
      { count: 7, unit: 'working-day' },
    ],
    ['本级人民代表大会或其常务委员会批准后20日内', within(20, 'day', '本级人民代表大会或其常务委员会批准')],
    ['批复后20日内', within(20, 'day', '批复')],
    ['收到征地批准文件之日起10个工作日内', within(10, 'working-day', '收到征地批准文件')],
    ['信息形成后7个工作日内', within(7, 'working-day', '信息形成')],
    ['20个工作日内', within(20, 'working-day', '信息形成或变更')],
    ['２０个工作日内', within(20, 'working-day', '信息形成或变更')],
    ['及时公开', { kind: 'at-once', realTime: false }],
    ['实时公开', { kind: 'at-once', realTime: true }],
    ['每年1月31日前', { kind: 'yearly', month: 1, day: 31 }],
    ['6月底前', { kind: 'yearly', month: 6, day: 'last' }],
    ['每年3月底前公开', { kind: 'yearly', month: 3, day: 'last' }],
    ['每季度公开一次', { kind: 'every', period: 'quarter' }],
    ['6个月', undefined, { count: 6, unit: 'month' }],
    ['长期', undefined, 'long-term'],
    ['长期公开', undefined, 'long-term'],
    ['及时公开，长期公示', { kind: 'at-once', realTime: false }, 'long-term'],
    ['公示期不少于30日', undefined, { count: 30, unit: 'day' }],
    [
      '自信息形成或者变更之日起20个工作日内（法律、法规另有规定的，从其规定）',
      within(20, 'working-day', '信息形成或者变更'),
    ],
  ])('“%s” is understood', (text, due, posting) => {
    expect(readLimit(text)).toEqual({
      text,
      understood: true,
      ...(due && { due }),
      ...(posting && { posting }),
    });
  });

  it.each(['按规定时限公开', '定期', '见文件要求', '根据上级通知', ''])(
    '“%s” is kept as text and flagged',
    (text) => expect(readLimit(text)).toEqual({ text, understood: false }),
  );

  it('a phrase of which only half is understood is flagged, too', () => {
    const limit = readLimit('批复后20日内，涉密的经主管部门核定后另行通知');
    expect(limit).toMatchObject({ due: within(20, 'day', '批复'), understood: false });
  });
});
