/** Calls of functions that are under way in this process, each with the instant at which it has taken too long. */
import type { Clock } from '../../ports.ts';
import { failureOf, StateFailed } from './failure.ts';

export type WorkflowFunction = (input: unknown) => Promise<unknown>;

export interface Limit {
  /** Milliseconds since the epoch. */
  at: number;
  error: 'States.Timeout' | 'States.HeartbeatTimeout';
}

export interface Calls {
  /** The function's answer as JSON. Throws {@link StateFailed}: the function's own error, or the limit's. */
  call(name: string, payload: unknown, limit: Limit | undefined): Promise<unknown>;
  /** Gives up what has taken too long. */
  expire(): void;
  earliest(): number | undefined;
}

export const tooLong = (error: Limit['error']): StateFailed =>
  new StateFailed(error, 'the task took too long');

export function createCalls(functions: (name: string) => WorkflowFunction | undefined, clock: Clock): Calls {
  const limited = new Set<{ limit: Limit; giveUp: (error: StateFailed) => void }>();

  const run = async (name: string, payload: unknown): Promise<unknown> => {
    const work = functions(name);
    if (!work) throw new StateFailed('Lambda.ResourceNotFoundException', `there is no function '${name}'`);
    try {
      return asJson(await work(asJson(payload)));
    } catch (error) {
      throw failureOf(error);
    }
  };

  return {
    async call(name, payload, limit) {
      if (!limit) return run(name, payload);
      if (limit.at <= clock.now().getTime()) throw tooLong(limit.error);
      const { promise, reject } = Promise.withResolvers<never>();
      const entry = { limit, giveUp: reject };
      limited.add(entry);
      try {
        return await Promise.race([run(name, payload), promise]);
      } finally {
        limited.delete(entry);
      }
    },
    expire() {
      const now = clock.now().getTime();
      for (const { limit, giveUp } of limited) if (limit.at <= now) giveUp(tooLong(limit.error));
    },
    earliest() {
      return limited.size === 0 ? undefined : Math.min(...[...limited].map(({ limit }) => limit.at));
    },
  };
}

/** What would arrive on the other side of a network: no prototypes, no `undefined`, nothing shared. */
export const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null') as unknown;
