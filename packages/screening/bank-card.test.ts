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
      'split over cells of its column',
      '户主\t卡号\t\n甲\t62170000\t00000000012',
      'bank-card block 62170000\t00000000012',
    ],
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
    ['the number of an order, whatever its check digit', '订单号：6217000000000000012'],
    ['a number that begins with the region of Yunnan', '5309262020010018'],
    ['a wrong check digit', '6217000000000000013'],
    ['an identity number', '990101199901010014'],
    ['digits of two cells', '62170000\t00000000012'],
  ])('but not in %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the number of an account', () => {
  it('blocks in a list of people, however long it is', () => {
    expect(found('户主姓名\t一折通账号\n甲\t24130501040012345\n乙\t81010000123')).toEqual([
      'account-number block 24130501040012345',
      'account-number block 81010000123',
    ]);
  });

  it('goes to a person when it is that of an office', () => {
    const text = '户名：示范县公共资源交易中心\n开户行：示范银行\n账号：5305 0170 0000 0000 0018';
    expect(found(text)).toEqual(['account-number review 5305 0170 0000 0000 0018']);
  });

  it('is none where an amount or a code is meant', () => {
    expect(found('账户余额：12345678元，项目代码：20205309260001')).toEqual([]);
  });
});
