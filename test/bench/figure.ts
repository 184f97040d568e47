/** One thing measured, beside what it should be. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  target?: { atLeast: number } | { atMost: number };
}

export const figure = (name: string, value: number, unit: string, target?: Figure['target']): Figure => ({
  name,
  value: rounded(value),
  unit,
  ...(target && { target }),
});

/** Undefined where nothing is aimed at. */
export function isMet({ value, target }: Figure): boolean | undefined {
  if (!target) return undefined;
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}

/** Three figures are more than such measurements are good for. */
const rounded = (n: number): number => Number(n.toPrecision(3));
