import { test, expect } from 'vitest';
import { plainDocuments } from '../budgets/plain-document.ts';
import { temporaryFolder } from '../support/trial.ts';
test('x', async () => {
  const t = performance.now();
  const c = await plainDocuments(temporaryFolder(), [100, 300]);
  console.log(c, performance.now() - t);
  expect(1).toBe(1);
});
