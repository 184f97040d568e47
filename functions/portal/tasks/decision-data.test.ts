import { InputRefused } from '@gongkai/domain/errors.ts';
import { describe, expect, it } from 'vitest';
import { documentItem, findings, text } from '../../../test/support/in-review.ts';
import { decisionFrom } from './decision-data.ts';

const read = (values: Record<string, string>, document = documentItem()) =>
  decisionFrom({ outcome: 'approve', contentHash: 'h', ...values }, { document, findings, text });

describe('reading the decision form', () => {
  it('takes choices, lines to cut, attribute and ground', () => {
    expect(
      read({
        'finding-f1': 'cut',
        'finding-f2': 'keep',
        'reason-f2': ' 办公电话 ',
        texts: '陈某甲\r\n\r\n  林某乙 ',
        attribute: 'redacted',
        ground: 'third-party',
        reason: '',
      }),
    ).toEqual({
      outcome: 'approve',
      contentHash: 'h',
      cuts: ['f1', '=陈某甲', '=林某乙'],
      dismissed: [{ finding: 'f2', reason: '办公电话' }],
      attribute: 'redacted',
      ground: 'third-party',
    });
  });

  it('takes masks, whole columns, and boxes on pages', () => {
    expect(
      read({
        'finding-f1': 'mask',
        'column-0.3.0': 'mask',
        'column-0.3.2': 'cut',
        'box-0-0-page': '2',
        'box-0-0-left': '10',
        'box-0-0-top': '20.5',
        'box-0-0-right': '35',
        'box-0-0-bottom': '24',
      }).cuts,
    ).toEqual(['*f1', '*#0.3.0', '#0.3.2', '@0.2.100.205.350.240']);
  });

  it.each([
    { 'box-0-0-page': '2' },
    {
      'box-0-1-page': '1',
      'box-0-1-left': '40',
      'box-0-1-top': '1',
      'box-0-1-right': '30',
      'box-0-1-bottom': '9',
    },
  ])('refuses a box that is none: %o', (values) => {
    expect(() => read(values)).toThrow(InputRefused);
  });

  it('applies the choice for all the others to what nobody settled', () => {
    const document = documentItem({ dismissed: [{ finding: 'f3', reason: '虚构' }] });
    expect(read({ rest: 'cut', 'finding-f2': 'keep', 'reason-f2': '办公电话' }, document)).toMatchObject({
      cuts: ['f1'],
      dismissed: [{ finding: 'f2' }],
    });
  });

  it('gives the shared reason to all the others', () => {
    expect(read({ rest: 'keep', 'rest-reason': '已取得书面同意' }).dismissed).toEqual(
      ['f1', 'f2', 'f3'].map((finding) => ({ finding, reason: '已取得书面同意' })),
    );
  });

  it.each([
    { 'finding-f1': 'keep' },
    { rest: 'keep' },
    { 'finding-f1': 'keep', 'rest-reason': '别处的理由' },
  ])('refuses to keep without a reason: %o', (values) => {
    expect(() => read(values)).toThrow(InputRefused);
  });
});
