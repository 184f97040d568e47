import { describe, expect, it } from 'vitest';
import { check } from './form.ts';
import { postingFormSchema, postingTyped } from './posting-form.ts';

const today = '2026-03-02';
const ground = '社会救助暂行办法第十一条';
const asked = (form: Record<string, unknown>) => check(postingFormSchema(today), form);
const refused = (form: Record<string, unknown>): unknown => {
  try {
    return asked(form);
  } catch (error) {
    return (error as { fields: unknown }).fields;
  }
};

describe('the posting on the upload form', () => {
  it.each([
    [{}, {}],
    [{ postingGround: '', postingOther: '', postingUntil: '' }, {}],
    [{ postingGround: ground, postingUntil: '2026-03-03' }, { posting: { ground, until: '2026-03-03' } }],
    [{ postingGround: ground, postingUntil: '2027-03-02' }, { posting: { ground, until: '2027-03-02' } }],
    [
      { postingGround: 'other', postingOther: ' 《城镇保障性住房办法》第8条 ', postingUntil: '2026-04-01' },
      { posting: { ground: '《城镇保障性住房办法》第8条', until: '2026-04-01' } },
    ],
  ])('takes %j', (form, expected) => {
    expect(asked({ attribute: 'public', ...form })).toEqual(expected);
  });

  it.each([
    [{ postingGround: '惯例' }, 'postingGround', '请从列表中选择公示依据'],
    [{ postingUntil: '2026-04-01' }, 'postingGround', '填了公示内容，请选择公示依据'],
    [{ postingGround: ground }, 'postingUntil', '请填写公示截止日期'],
    [{ postingGround: ground, postingUntil: today }, 'postingUntil', '必须在今天之后'],
    [{ postingGround: ground, postingUntil: '2027-03-03' }, 'postingUntil', '公示最长一年'],
    [{ postingGround: ground, postingUntil: '下月底' }, 'postingUntil', '请写成 2026-12-31 这样的日期'],
    [{ postingGround: ground, postingUntil: '2026-02-30' }, 'postingUntil', '请写成 2026-12-31 这样的日期'],
    [
      { postingGround: ground, postingOther: '某法第1条', postingUntil: '2026-04-01' },
      'postingOther',
      '已从列表中选择依据',
    ],
    [
      { attribute: 'withheld', postingGround: ground, postingUntil: '2026-04-01' },
      'postingGround',
      '不主动公开的文件不能公示',
    ],
  ])('refuses %j', (form, field, message) => {
    expect(refused({ attribute: 'public', ...form })).toEqual({
      [field]: expect.stringContaining(message) as string,
    });
  });

  it.each(['', '惯例', '第十一条', '社会救助办法', '某法第1条 990101199901010014', '<b>某某办法第1条</b>'])(
    'asks for law and article instead of “%s”',
    (postingOther) => {
      expect(refused({ postingGround: 'other', postingOther, postingUntil: '2026-04-01' })).toEqual({
        postingOther: expect.stringContaining('请写明法律法规的名称和条款') as string,
      });
    },
  );

  it.each([
    undefined,
    { ground, until: '2026-04-01' },
    { ground: '《城镇保障性住房办法》第8条', until: '2026-04-01' },
  ])('shows again what was declared: %j', (posting) => {
    expect(asked(postingTyped(posting))).toEqual(posting ? { posting } : {});
  });
});
