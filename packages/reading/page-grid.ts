/** Tables with rulings: a grid of lines, in which missing walls make merged cells. */
import { oneLine } from './clean.ts';
import type { Box } from './page-box.ts';
import { linesOf, type Piece, textOfLine } from './page-lines.ts';
import type { Ruling, Rulings } from './page-rulings.ts';

export interface Grid {
  /** Places of the walls from left to right, and of the floors from top to bottom. */
  columns: number[];
  rows: number[];
  /** The cell (row, column) that a cell is merged into; itself when it is the first. */
  origin: (row: number, column: number) => readonly [row: number, column: number];
}

/** In points: lines that near are one. */
const tolerance = 2.5;

export function gridsOf({ across, down }: Rulings): Grid[] {
  const [floors, walls] = [merged(across), merged(down)];
  return connected(floors, walls).flatMap((part) => gridOf(part.floors, part.walls) ?? []);
}

export const boxOfGrid = ({ columns, rows }: Grid): Box => ({
  left: columns[0]!,
  right: columns.at(-1)!,
  top: rows[0]!,
  bottom: rows.at(-1)!,
});

export const centreOf = ({ left, right, y, size }: Piece): [x: number, y: number] => [
  (left + right) / 2,
  y + size * 0.35,
];

/** The cells of each row; a merged cell is followed (and continued below) by empty ones. */
export function cellsOf(grid: Grid, pieces: readonly Piece[]): string[][] {
  const inside = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const [x, y] = centreOf(piece);
    const column = Math.max(
      0,
      grid.columns.findLastIndex((at) => at <= x),
    );
    const row = Math.max(
      0,
      grid.rows.findLastIndex((at) => at >= y),
    );
    const cell = grid.origin(row, column).join(' ');
    inside.set(cell, [...(inside.get(cell) ?? []), piece]);
  }
  const text = (row: number, column: number): string =>
    oneLine(
      linesOf(inside.get(`${row} ${column}`) ?? [])
        .map(textOfLine)
        .join('\n'),
    );
  return grid.rows
    .slice(1)
    .map((_, row) => grid.columns.slice(1).map((__, column) => text(row, column)))
    .filter((cells) => cells.some((cell) => cell !== ''));
}

/** Pieces of one line, drawn cell by cell, as one. */
function merged(rulings: readonly Ruling[]): Ruling[] {
  const lines: Ruling[] = [];
  for (const ruling of rulings.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    const line = lines.findLast(
      (l) =>
        Math.abs(l.at - ruling.at) < tolerance &&
        ruling.from <= l.to + tolerance &&
        ruling.to >= l.from - tolerance,
    );
    if (line) [line.from, line.to] = [Math.min(line.from, ruling.from), Math.max(line.to, ruling.to)];
    else lines.push({ ...ruling });
  }
  return lines;
}

interface Part {
  floors: Ruling[];
  walls: Ruling[];
}

const meets = (floor: Ruling, wall: Ruling): boolean =>
  wall.at >= floor.from - tolerance &&
  wall.at <= floor.to + tolerance &&
  floor.at >= wall.from - tolerance &&
  floor.at <= wall.to + tolerance;

/** Lines that touch each other, directly or over others. */
function connected(floors: readonly Ruling[], walls: readonly Ruling[]): Part[] {
  const parts: Part[] = [];
  const left = new Set(floors);
  for (const first of floors) {
    if (!left.delete(first)) continue;
    const part: Part = { floors: [first], walls: [] };
    const known = new Set<Ruling>();
    for (const floor of part.floors)
      for (const wall of walls)
        if (!known.has(wall) && meets(floor, wall)) {
          known.add(wall);
          part.walls.push(wall);
          for (const other of left)
            if (meets(other, wall)) {
              left.delete(other);
              part.floors.push(other);
            }
        }
    parts.push(part);
  }
  return parts;
}

/** Undefined when it is a frame around something and no table. */
function gridOf(floors: readonly Ruling[], walls: readonly Ruling[]): Grid | undefined {
  const columns = distinct([...walls.map((w) => w.at), ...floors.flatMap((f) => [f.from, f.to])]);
  const rows = distinct([...floors.map((f) => f.at), ...walls.flatMap((w) => [w.from, w.to])]).toReversed();
  const cells = (columns.length - 1) * (rows.length - 1);
  if (walls.length < 2 || columns.length < 3 || rows.length < 2 || cells < 2 || cells > 100_000)
    return undefined;
  const hasWall = (row: number, column: number): boolean => {
    const middle = (rows[row]! + rows[row + 1]!) / 2;
    return walls.some(
      (w) => Math.abs(w.at - columns[column]!) < tolerance && w.from <= middle && w.to >= middle,
    );
  };
  const hasFloor = (row: number, column: number): boolean => {
    const middle = (columns[column]! + columns[column + 1]!) / 2;
    return floors.some((f) => Math.abs(f.at - rows[row]!) < tolerance && f.from <= middle && f.to >= middle);
  };
  const origin = (row: number, column: number): readonly [number, number] => {
    let [r, c] = [row, column];
    while (c > 0 && !hasWall(r, c)) c--;
    while (r > 0 && !hasFloor(r, c)) r--;
    return [r, c];
  };
  return { columns, rows, origin };
}

function distinct(places: readonly number[]): number[] {
  const sorted = places.toSorted((a, b) => a - b);
  return sorted.filter((at, i) => i === 0 || at - sorted[i - 1]! > tolerance);
}
