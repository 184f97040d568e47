/** So many searches a minute from one address, counted in memory: a limit that is forgotten at a restart is enough. */
const windowMs = 60_000;
const mostAddresses = 10_000;

export interface RateLimit {
  /** Counts one more; false when there were too many. */
  admits(address: string, now: number): boolean;
}

export function createRateLimit(perMinute: number): RateLimit {
  let counts = new Map<string, number>();
  let window = 0;
  return {
    admits(address, now) {
      const current = Math.floor(now / windowMs);
      if (current !== window || counts.size > mostAddresses) {
        window = current;
        counts = new Map();
      }
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      return count <= perMinute;
    },
  };
}
