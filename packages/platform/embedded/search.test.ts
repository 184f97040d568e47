import { onTestFinished } from 'vitest';
import { memoryFiles } from '../contract/memory-files.ts';
import { searchContract } from '../contract/search.contract.ts';
import { createEmbeddedSearch } from './search.ts';

searchContract(async () => {
  const search = createEmbeddedSearch(':memory:');
  onTestFinished(() => search.close());
  return { search, files: search.follow(memoryFiles()), settled: async () => undefined };
});
