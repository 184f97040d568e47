/** Choices that come out the same on every run: mulberry32, seeded for each document. */
export interface Random {
  /** From 0 to below `n`. */
  below: (n: number) => number;
  between: (low: number, high: number) => number;
  of: <T>(choices: readonly T[]) => T;
  digits: (count: number) => string;
  /** True once in `n` times. */
  once: (n: number) => boolean;
  some: <T>(choices: readonly T[], atLeast: number) => T[];
}

export function random(seed: number): Random {
  let state = seed * 2654435761;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    of: (choices) => choices[below(choices.length)]!,
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
    once: (n) => below(n) === 0,
    some: (choices, atLeast) => {
      const kept = choices.filter(() => next() < 0.6);
      return kept.length >= atLeast ? kept : choices.slice(0, atLeast);
    },
  };
}
