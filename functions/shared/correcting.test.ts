import { InputRefused } from '@gongkai/domain/errors.ts';
import { describe, expect, it } from 'vitest';
import { correctionsFrom, type Typed } from './correcting.ts';

const document = {
  title: '关于救助的通知',
  metadata: {
    title: '关于救助的通知',
    documentNumber: '示民发〔2026〕3号',
    issuer: '示范县民政局',
    writtenDate: '2026-02-27',
    mark: null,
  },
};
const from = (typed: Typed) => correctionsFrom(document, typed, '2026-03-02');

describe('what a reviewer typed', () => {
  it.each<[Typed, object]>([
    [{ documentNumber: '示民发(2026)第08号' }, { documentNumber: '示民发〔2026〕8号' }],
    [{ documentNumber: ' ' }, { documentNumber: null }],
    [{ issuer: ' 示范县民政局\n示范县财政局 ' }, { issuer: '示范县民政局 示范县财政局' }],
    [{ issuer: '' }, { issuer: null }],
    [{ writtenDate: '二〇二六年二月二十六日' }, { writtenDate: '2026-02-26' }],
    [{ writtenDate: '2026-2-25' }, { writtenDate: '2026-02-25' }],
    [{ writtenDate: '' }, { writtenDate: null }],
    [
      { title: '关于临时救助的\n通知', documentNumber: '示民发〔2026〕3号' },
      { title: '关于临时救助的 通知', kind: '通知' },
    ],
    [{ title: '临时救助问答' }, { title: '临时救助问答', kind: null }],
    [{ subjectClass: '民政、扶贫、救灾' }, { subjectClass: '民政、扶贫、救灾' }],
    [{ effectiveDate: '2026年10月1日' }, { effectiveDate: '2026-10-01' }],
    [{ expiryDate: '2031年9月30日', subjectClass: '' }, { expiryDate: '2031-09-30' }],
  ])('%j corrects to %j', (typed, corrections) => expect(from(typed)).toEqual(corrections));

  it('corrects nothing when it says what was read, in whatever writing', () =>
    expect(
      from({ title: '关于救助的通知', documentNumber: '示民发[2026]3号', writtenDate: '2026年2月27日' }),
    ).toBeUndefined());

  it.each<[Typed, RegExp]>([
    [{ title: ' ' }, /标题不能为空/],
    [{ documentNumber: '3号文' }, /看不懂.*示政发〔2026〕1号/],
    [{ writtenDate: '去年春天' }, /看不懂/],
    [{ writtenDate: '2026年2月30日' }, /看不懂/],
    [{ writtenDate: '2026年3月3日' }, /晚于今天/],
    [{ effectiveDate: '下个月' }, /施行日期.*看不懂/],
    [{ subjectClass: '别的' }, /从列表中选择主题分类/],
  ])('%j is refused with what to do', (typed, message) => {
    expect(() => from(typed)).toThrow(InputRefused);
    expect(() => from(typed)).toThrow(message);
  });
});
