import type { CatalogueItem } from '@gongkai/domain/catalogue-item.ts';
import { describe, expect, it } from 'vitest';
import type { Attribute } from '@gongkai/domain/attribute.ts';
import { propose } from './classify-document.ts';

const item = { proactive: true, onRequest: false } as CatalogueItem;
const said = (
  declared: Attribute,
  mark: Attribute | null,
  subject: Parameters<typeof propose>[1] = { name: '政策文件' },
) =>
  propose(
    {
      declared: { attribute: declared, catalogueItem: 'policy-documents', needsInterpretation: false },
      metadata: { title: null, documentNumber: null, issuer: null, writtenDate: null, mark },
    },
    subject,
  );

describe('proposing the disclosure attribute', () => {
  it.each<[declared: Attribute, mark: Attribute | null, proposed: Attribute, contradiction: boolean]>([
    ['public', 'public', 'public', false],
    ['withheld', 'withheld', 'withheld', false],
    ['public', null, 'public', false],
    ['public', 'withheld', 'withheld', true],
    ['withheld', 'public', 'withheld', true],
    ['public', 'redacted', 'redacted', true],
    ['redacted', 'on-request', 'on-request', true],
  ])(
    'declared %s and marked %s proposes %s (contradiction: %s)',
    (declared, mark, attribute, contradiction) => {
      expect(said(declared, mark)).toMatchObject({ attribute, contradiction });
    },
  );

  it('hears the catalogue, too: an item that must be public contradicts a declaration to withhold', () => {
    const proposal = said('withheld', null, { name: '财政预决算·政府预算', item });
    expect(proposal).toMatchObject({ attribute: 'withheld', contradiction: true });
    expect(proposal.evidence.join()).toContain('财政预决算·政府预算');
  });

  it('counts a redacted publication as the public one the catalogue asks for', () =>
    expect(said('redacted', null, { name: '低保', item })).toMatchObject({
      attribute: 'redacted',
      contradiction: false,
    }));

  it('is as careful as an item that is on request only', () =>
    expect(
      said('public', null, { name: '办理过程信息', item: { ...item, proactive: false, onRequest: true } }),
    ).toMatchObject({
      attribute: 'on-request',
      contradiction: true,
    }));

  it('shows where the document contradicts itself, and preselects nothing when its marks disagree', () => {
    const document = {
      declared: { attribute: 'public', catalogueItem: 'policy-documents', needsInterpretation: false },
      metadata: { title: null, documentNumber: null, issuer: null, writtenDate: null, mark: 'public' },
    } as const;
    const future = { code: 'date-in-future', sentence: '成文日期2027-01-01晚于今天。' } as const;
    const marks = { code: 'mark-against-mark', sentence: '文中有互相矛盾的公开标识。' } as const;
    const subject = { name: '政策文件' };
    expect(propose({ ...document, contradictions: [future] }, subject)).toMatchObject({
      contradiction: false,
      evidence: expect.arrayContaining([future.sentence]) as unknown,
    });
    expect(propose({ ...document, contradictions: [marks] }, subject)).toMatchObject({ contradiction: true });
  });

  it('tells people who says what', () => {
    expect(said('public', 'withheld').evidence).toEqual([
      '部门申报：主动公开',
      '文中标注：（此件不公开），即不予公开',
      '公开事项“政策文件”没有规定唯一的公开方式',
    ]);
  });
});
