import { onTestFinished } from 'vitest';
import { searchContract } from '../contract/search.contract.ts';
import { createEmbeddedSearch } from './search.ts';

searchContract('search on one machine', async () => {
  const search = createEmbeddedSearch(':memory:');
  onTestFinished(() => search.close());
  return { search, settled: async () => undefined };
});
