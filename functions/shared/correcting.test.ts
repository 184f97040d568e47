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
    [{ writtenDate: '二〇二六年二月二十六日' }, { writtenDate: '2026-02-26' }],
    [{ writtenDate: '2026-2-25' }, { writtenDate: '2026-02-25' }],
    [{ writtenDate: '' }, { writtenDate: null }],
    [
      { title: '关于临时救助的\n通知', documentNumber: '示民发〔2026〕3号' },
      { title: '关于临时救助的 通知' },
    ],
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
  ])('%j is refused with what to do', (typed, message) => {
    expect(() => from(typed)).toThrow(InputRefused);
    expect(() => from(typed)).toThrow(message);
  });
});
