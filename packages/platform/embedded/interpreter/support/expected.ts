/** Rows of a table of machines: what goes in, and what describe() says at the end. */
import type { States } from './harness.ts';

export type Row = [name: string, states: States, input: unknown, expected: Record<string, unknown>];

export const ok = (output: unknown) => ({ status: 'SUCCEEDED', output });
export const failed = (error: string, cause?: unknown) => ({
  status: 'FAILED',
  error,
  ...(cause !== undefined && { cause }),
});
export const done = { Done: { Type: 'Succeed' } };
