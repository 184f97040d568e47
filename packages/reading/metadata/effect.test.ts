import { expect, it } from 'vitest';
import { lineBlocks } from '../blocks.ts';
import { findMetadata } from '../metadata.ts';

const particularsOf = (...body: string[]) =>
  findMetadata(
    lineBlocks(
      ['示政办发〔2026〕31号', '示范县人民政府办公室关于高龄津贴的通知', '各乡镇人民政府：', ...body].join(
        '\n',
      ),
    ),
  ).particulars;

it.each([
  ['本通知自2026年10月1日起施行，有效期5年。', { effectiveDate: '2026-10-01', term: '5年' }],
  [
    '八、本办法自2026年10月1日起施行，有效期至2031年9月30日。',
    { effectiveDate: '2026-10-01', expiryDate: '2031-09-30' },
  ],
  ['本实施细则自 2026 年 1 月 1 日起正式执行，有效期为三年。', { effectiveDate: '2026-01-01', term: '三年' }],
  ['本规定自二〇一二年三月一日起生效。', { effectiveDate: '2012-03-01' }],
  // What others say of themselves.
  ['《养老服务条例》自2025年6月1日起施行，请认真贯彻。', undefined],
  ['依照自2025年6月1日起施行的条例办理。', undefined],
  ['身份证有效期5年以上的居民可以申请。', undefined],
  ['本县居民身份证有效期5年以上的可以申请。', undefined],
  // No such day, and nothing a calendar knows.
  ['本通知自2026年2月30日起施行。', undefined],
  ['本通知自印发之日起施行。', undefined],
])('%s', (line, effect) => {
  expect(particularsOf(line, '示范县人民政府办公室', '2026年9月14日').effect?.value).toEqual(effect);
});

it('two days that differ are none', () => {
  const found = particularsOf(
    '本通知自2026年10月1日起施行。',
    '本办法自2026年11月1日起施行。',
    '示范县人民政府办公室',
    '2026年9月14日',
  );
  expect(found.effect).toBeUndefined();
});

it('subject words of older documents are keywords', () => {
  const found = particularsOf(
    '现通知如下。',
    '二〇一一年十一月二十五日',
    '主题词：城乡建设　住房　意见',
    '抄送：县委各部门。',
  );
  expect(found.keywords?.value).toEqual(['城乡建设', '住房', '意见']);
});
