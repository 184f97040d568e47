import { describe, expect, it } from 'vitest';
import { documentNumberLine } from './document-number.ts';

describe('a document number', () => {
  it.each([
    '示政办发〔2026〕12号',
    '示政办发[2026]12号',
    '示政办发［2026］１２号',
    '示政办发（2026）12号',
    '示政办发(2026)第012号',
    '示政办发【2026】12号',
    '示政办发﹝2026﹞12号',
    '示 政 办 发 〔 2026 〕 12 号',
    '发文字号：示政办发〔2026〕12号',
    '示政办发〔2026〕12号　　签发人：王某某',
    '示政办发〔2026〕12号\t签发人：王某某',
  ])('is written with its proper brackets: %s', (line) => {
    expect(documentNumberLine(line)).toBe('示政办发〔2026〕12号');
  });

  it('may be a plain count', () => {
    expect(documentNumberLine('第 3 号')).toBe('第3号');
    expect(documentNumberLine('2026年第5号')).toBe('2026年第5号');
    expect(documentNumberLine('第十二号')).toBe('第12号');
    expect(documentNumberLine('示范县人民政府令（第12号）')).toBe('第12号');
  });

  it.each([
    '根据《实施意见》（示政办发〔2026〕12号）要求，制定本方案。',
    '（示政办发〔2026〕12号）文件精神',
    '示政办发〔26〕12号',
  ])('is not what a sentence cites: %s', (line) => {
    expect(documentNumberLine(line)).toBeUndefined();
  });
});
