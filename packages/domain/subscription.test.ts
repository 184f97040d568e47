import { expect, it } from 'vitest';
import { hasWord, subscriptionAskKind, subscriptionKind } from './subscription.ts';

const asked = {
  id: 'a1',
  version: 0,
  email: 'reader@example.com',
  topic: { kind: 'column' as const, id: 'policies' },
  askedAt: '2026-03-02T01:00:00.000Z',
};

it('lists a subscription under its topic only when it was confirmed', () => {
  expect(subscriptionAskKind.places({ ...asked, expiresAt: '2026-03-03T01:00:00.000Z' })).toEqual({});
  expect(subscriptionKind.places({ ...asked, confirmedAt: '2026-03-02T02:00:00.000Z' })).toEqual({
    'subscriptions-by-topic': { partition: 'column#policies', sort: 'a1' },
  });
});

it.each([
  ['关于发放高龄津贴的通知', '高龄津贴', true],
  ['示民发〔２０２６〕１号', '〔2026〕1号', true],
  ['推广ABC系统', 'abc', true],
  ['关于发放高龄津贴的通知', '低保', false],
  ['', '高龄', false],
])('“%s” has “%s”: %s', (text, word, expected) => {
  expect(hasWord(text, word)).toBe(expected);
});
