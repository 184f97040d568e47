import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The state machines as the build extracts them from the synthesised template.
const env = { GONGKAI_MACHINES: fileURLToPath(new URL('./dist/machines.json', import.meta.url)) };
const base = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'hono/jsx' } } };

export default defineConfig({
  test: {
    projects: [
      {
        ...base,
        test: {
          name: 'unit',
          include: ['{packages,functions,events}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
      {
        ...base,
        test: {
          env,
          name: 'boundary',
          include: [
            'test/{workflow,infra,cli,platform,faults,defences,soak,catalogue-set,search-set,reading-set,fuzz}/**/*.test.ts',
          ],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...base,
        test: {
          env,
          name: 'web',
          include: ['test/web/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...base,
        test: {
          env,
          name: 'aws',
          include: ['test/aws/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
