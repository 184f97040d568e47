/** The straight lines of a page that run along or across it, as the walls and floors of tables do. */
import type { Box } from './page-box.ts';

export interface Rulings {
  /** At height `at`, from left to right. */
  across: Ruling[];
  /** At `at` points from the left, from bottom to top. */
  down: Ruling[];
}

export interface Ruling {
  at: number;
  from: number;
  to: number;
}

/** In points. */
const thin = 3;
const shortest = 6;
/** More make no table. */
const maxRulings = 6_000;

export const noRulings = (): Rulings => ({ across: [], down: [] });

export const isFull = ({ across, down }: Rulings): boolean => across.length + down.length > maxRulings;

/** A line, or a rectangle as thin as one; others are left out. */
export function addRuling(rulings: Rulings, { left, right, bottom, top }: Box): void {
  if (top - bottom < thin && right - left >= shortest)
    rulings.across.push({ at: (top + bottom) / 2, from: left, to: right });
  else if (right - left < thin && top - bottom >= shortest)
    rulings.down.push({ at: (left + right) / 2, from: bottom, to: top });
}
