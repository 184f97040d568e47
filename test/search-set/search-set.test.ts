import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/trial.ts';
import { measureSearch } from './measure.ts';

it('finds what was asked for, in every way of asking it', async () => {
  const { ways } = await measureSearch(join(temporaryFolder(), 'search.db'), 1_056);
  for (const { way, recall, firstRight } of ways) {
    expect(recall, `recall by ${way}`).toBeGreaterThanOrEqual(0.95);
    expect(firstRight, `first hit by ${way}`).toBeGreaterThanOrEqual(0.95);
  }
});
