import { describe, expect, it } from 'vitest';
import { screen } from './screen.ts';

const found = (text: string): string[] =>
  screen({ text })
    .filter((f) => f.kind === 'bank-card' || f.kind === 'account-number')
    .map((f) => `${f.kind} ${f.severity} ${f.match}`);

describe('a bank card is found', () => {
  it.each([
    ['of 19 digits', '6217000000000000012', 'bank-card block 6217000000000000012'],
    ['in groups of four', '6217 0000 0000 0000 012', 'bank-card block 6217 0000 0000 0000 012'],
    ['glued to a telephone', '138001380006217000000000000012', 'bank-card block 6217000000000000012'],
    ['of an unknown issuer beside 账号', '账号：1217000000000000017', 'bank-card block 1217000000000000017'],
    [
      'with a wrong check digit, for a person to look at',
      '一卡通账号：6217000000000000013',
      'account-number review 6217000000000000013',
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    ['16 to 19 digits that nothing names', '项目编号 2026000000000000019'],
    ['a wrong check digit', '6217000000000000013'],
    ['an identity number', '990101199901010014'],
    ['digits of two cells', '62170000\t00000000012'],
  ])('but not in %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
