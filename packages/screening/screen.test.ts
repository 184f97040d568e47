import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officialDocuments } from '../../test/fixtures/documents.ts';
import { screen, verdict } from './screen.ts';

describe('screening', () => {
  it.each([
    ['care-allowance', 'clear'],
    ['subsidy-list', 'block'],
    ['approval-reply', 'clear'],
    ['internal-request', 'clear'],
    ['secret-paper', 'block'],
    ['contradiction', 'block'],
    ['older-layout', 'clear'],
  ])('of %s says %s', (id, expected) => {
    const { text } = officialDocuments.find((d) => d.id === id)!;
    expect(verdict(screen({ text }))).toBe(expected);
  });

  it('numbers its findings in the order of the text and places them exactly', () => {
    const text = '甲：13800138000\n乙：990101199901010014，zwgk@example.gov.cn';
    const findings = screen({ text });
    expect(findings.map((f) => [f.id, f.kind])).toEqual([
      ['f1', 'mobile-phone'],
      ['f2', 'identity-number'],
      ['f3', 'email'],
    ]);
    for (const { place, match } of findings)
      expect(text.split('\n')[place.line]!.slice(place.start, place.end)).toBe(match);
  });

  it('looks into hidden texts and the file name', () => {
    const findings = screen({
      blocks: [{ text: '正文', kind: 'paragraph' }],
      hidden: [{ kind: 'comment', text: '身份证990101199901010014', place: '批注' }],
      fileName: '13800138000.docx',
    });
    expect(findings.map((f) => [f.kind, f.place.hidden])).toEqual([
      ['identity-number', '批注'],
      ['mobile-phone', '文件名'],
    ]);
  });

  it('shows in its excerpts neither the find nor any other number', () => {
    const text = '甲\t990101199901010014\t13800138000\t6217000000000000012';
    for (const { excerpt } of screen({ text })) expect(excerpt).not.toMatch(/\d{3}/);
  });

  it('leaves the words of the secrecy law alone', () => {
    const text =
      '依照保守国家秘密法，涉及国家秘密、商业秘密、工作秘密的政府信息不予公开。\n此件不公开的，应当说明理由。';
    expect(verdict(screen({ text }))).toBe('clear');
  });

  it.each(['内部资料 注意保存', '（内部文件，不得外传）', '内部使用', '本材料请勿外传，用完归还。'])(
    'sends “%s” to a person',
    (text) => {
      expect(screen({ text }).map((f) => [f.kind, f.severity])).toEqual([['internal-phrase', 'review']]);
    },
  );

  it('stops at a secrecy mark bound into a document', () => {
    const text = `${'正文。\n'.repeat(30)}机密★5年\n另一文件`;
    expect(screen({ text })).toMatchObject([{ kind: 'secrecy-mark', severity: 'block' }]);
  });

  it('blocks what reading found to be secret, whatever was found', () => {
    expect(verdict([], { level: '秘密', line: 0, reason: '' })).toBe('block');
    expect(verdict([{ severity: 'note' }])).toBe('clear');
  });

  it('finds an identity number whatever stands around it', () => {
    const around = fc.string({ unit: fc.constantFrom('张', '，', ' ', '\t', 'a', '：', '。', '-') });
    fc.assert(
      fc.property(around, around, (before, after) => {
        const findings = screen({ text: `${before}990101199901010014${after}` });
        expect(findings.map((f) => f.kind)).toContain('identity-number');
      }),
    );
  });
});
