import { expect, it } from 'vitest';
import { keyCondition } from './key-condition.ts';

const ask = (bounds: { from?: string; to?: string }) =>
  keyCondition('tasks-by-assignee', { partition: 'p1', limit: 1, ...bounds });

it('asks for a whole partition, naming no more than it uses', () => {
  expect(ask({})).toEqual({
    KeyConditionExpression: '#p = :p',
    ExpressionAttributeNames: { '#p': 'tasks-by-assignee-p' },
    ExpressionAttributeValues: { ':p': 'p1' },
  });
});

it('asks for all when it begins with nothing, which DynamoDB takes for no key', () => {
  expect(ask({ from: '' })).toEqual(ask({}));
});

it.each([
  [{ from: 'a' }, '#s >= :from'],
  [{ to: 'b' }, '#s <= :to'],
  [{ from: 'a', to: 'b' }, '#s BETWEEN :from AND :to'],
  [{ from: 'a', to: 'a' }, '#s BETWEEN :from AND :to'],
])('asks within %j', (bounds, condition) => {
  expect(ask(bounds)?.KeyConditionExpression).toBe(`#p = :p AND ${condition}`);
});

it('asks nothing when the bounds cross, bytewise', () => {
  expect(ask({ from: 'b', to: 'a' })).toBeUndefined();
  // UTF-16 order would say the opposite.
  expect(ask({ from: '𠮷', to: '￿' })).toBeUndefined();
  expect(ask({ from: '￿', to: '𠮷' })).toBeDefined();
});
