import { describe, expect, it } from 'vitest';
import { codeTries, redeemCode, requestCode } from './code.ts';
import { hours, testPlace } from './testing.ts';

const requested = async () => {
  const place = await testPlace();
  await requestCode(place.deps, 'head');
  const code = codeIn(place.mails[0]!);
  return { ...place, code, wrong: code === '000000' ? '000001' : '000000' };
};
const codeIn = ({ text }: { text: string }): string => /(\d{6})/.exec(text)![1]!;

describe('a mailed code', () => {
  it('goes to the registered address and counts once', async () => {
    const { deps, mails, code } = await requested();
    expect(mails.map((m) => m.to)).toEqual(['head@county.example']);
    expect(await redeemCode(deps, 'head', ` ${code} `)).toBe(true);
    expect(await redeemCode(deps, 'head', code)).toBe(false);
  });

  it('counts for its own person only', async () => {
    const { deps, code } = await requested();
    expect(await redeemCode(deps, 'clerk', code)).toBe(false);
  });

  it('may be mistyped four times, not five', async () => {
    const { deps, code, wrong } = await requested();
    for (let i = 1; i < codeTries; i++) expect(await redeemCode(deps, 'head', wrong)).toBe(false);
    expect(await redeemCode(deps, 'head', code)).toBe(true);
    const second = await requested();
    for (let i = 1; i <= codeTries; i++) await redeemCode(second.deps, 'head', second.wrong);
    expect(await redeemCode(second.deps, 'head', second.code)).toBe(false);
  });

  it('lets only one of two simultaneous uses through', async () => {
    const { deps, code } = await requested();
    const used = await Promise.all([redeemCode(deps, 'head', code), redeemCode(deps, 'head', code)]);
    expect(used.filter(Boolean)).toHaveLength(1);
  });

  it('expires after ten minutes', async () => {
    const { deps, code, wait } = await requested();
    wait(hours(1 / 6));
    expect(await redeemCode(deps, 'head', code)).toBe(false);
  });

  it('is replaced by the next one', async () => {
    const { deps, mails, code } = await requested();
    await requestCode(deps, 'head');
    const next = codeIn(mails[1]!);
    // Once in a million both are the same code; then the old one is the new one.
    expect(next !== code && (await redeemCode(deps, 'head', code))).toBe(false);
    expect(await redeemCode(deps, 'head', next)).toBe(true);
  });

  it('is not sent more than five times in a quarter of an hour', async () => {
    const { deps, mails } = await requested();
    for (let i = 0; i < 4; i++) await requestCode(deps, 'head');
    await expect(requestCode(deps, 'head')).rejects.toThrow('验证码请求过于频繁');
    expect(mails).toHaveLength(5);
  });

  it('does not stand in the table', async () => {
    const { deps, code } = await requested();
    expect(JSON.stringify(await deps.table.get('code#head'))).not.toContain(`"${code}"`);
  });
});
