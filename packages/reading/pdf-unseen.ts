/**
 * Which characters of a page are not to be seen. The proof is the picture: a page drawn with and without them looks
 * the same where they stand, whatever hides them (a box, a photograph, their colour, a layer that is off).
 */
import { areaOf, type Box, coreOf, shareInside } from './page-box.ts';
import type { Sight } from './page-unseen.ts';
import type { Character } from './pdf-characters.ts';
import { type Doubted, doubtsOf } from './pdf-doubts.ts';
import type { Drawn } from './pdf-objects.ts';
import { type Picture, pixelsOf, renderPage } from './pdf-render.ts';
import type { Pdfium } from './pdfium.ts';

/** Pixels a point. */
const scale = 2;
/** Of 255: a difference that an eye sees. */
const visibleStep = 32;
const visibleContrast = 60;
/** Share of a character's box that its strokes change at least. */
const leastStrokes = 0.015;
/** Text objects on top of each other that are tried one by one. */
const maxTrials = 16;

export function sightsOf(
  pdfium: Pdfium,
  page: number,
  area: Box,
  characters: readonly Character[],
  drawn: readonly Drawn[],
): Sight[] {
  const doubts = doubtsOf(pdfium, page, area, characters, drawn);
  const sights = doubts.map((doubted): Sight => (doubted?.certain ? doubted.doubt : 'seen'));
  const open = characters.flatMap((character, i) => {
    const doubted = doubts[i];
    return doubted && canBeTried(pdfium, character, doubted) ? [i] : [];
  });
  if (open.length > 0)
    tryBySight(pdfium, page, characters, open, (i, seen) => {
      sights[i] = seen ? 'seen' : doubts[i]!.doubt;
    });
  markLayer(pdfium, page, characters, drawn, sights);
  return sights;
}

function canBeTried(pdfium: Pdfium, { text, object }: Character, { doubt }: Doubted): boolean {
  if (object === 0 || doubt === 'outside' || doubt === 'tiny' || doubt === 'unpainted') return false;
  // A font that is not in the file draws nothing here but Latin letters.
  return (
    /^[\p{ASCII}]$/u.test(text) || pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(object)) === 1
  );
}

function tryBySight(
  pdfium: Pdfium,
  page: number,
  characters: readonly Character[],
  open: readonly number[],
  decide: (index: number, seen: boolean) => void,
): void {
  const shown = renderPage(pdfium, page, scale);
  const pictureWithout = (objects: Iterable<number>): Picture => {
    for (const object of objects) pdfium.FPDFPageObj_SetIsActive(object, false);
    const picture = renderPage(pdfium, page, scale);
    for (const object of objects) pdfium.FPDFPageObj_SetIsActive(object, true);
    return picture;
  };
  const changes = (i: number, without: Picture): boolean =>
    differs(shown, without, pixelsOf(pdfium, page, shown, coreOf(characters[i]!.box)));
  const objects = new Set(open.map((i) => characters[i]!.object));
  const bare = pictureWithout(objects);
  const letters = open.filter((i) => /[\p{L}\p{N}]/u.test(characters[i]!.text));
  const seen = new Map(letters.map((i) => [i, changes(i, bare)]));
  for (const object of stacked(characters, letters).slice(0, maxTrials)) {
    const alone = pictureWithout([object]);
    for (const i of letters) if (characters[i]!.object === object) seen.set(i, changes(i, alone));
  }
  const verdicts = smooth(open, seen);
  for (const [n, i] of open.entries()) decide(i, verdicts[n]!);
}

/** The objects whose characters stand where another object's do: what changes there may be the other's doing. */
function stacked(characters: readonly Character[], letters: readonly number[]): number[] {
  const cells = new Map<string, Character[]>();
  const found = new Set<number>();
  for (const i of letters) {
    const { box, object } = characters[i]!;
    const [column, row] = [Math.floor(box.left / cellSize), Math.floor(box.bottom / cellSize)];
    for (const [dx, dy] of aroundCell)
      for (const other of cells.get(`${column + dx} ${row + dy}`) ?? [])
        if (other.object !== object && shareInside(coreOf(box), other.box) > 0.3)
          found.add(object).add(other.object);
    const cell = `${column} ${row}`;
    cells.set(cell, [...(cells.get(cell) ?? []), characters[i]!]);
  }
  return [...found];
}

/** Points: about a character. */
const cellSize = 16;
const aroundCell = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));

/** What stands between unseen letters is unseen, and the other way round: the neighbours' majority decides. */
function smooth(open: readonly number[], seen: ReadonlyMap<number, boolean>): boolean[] {
  let last = [...seen.values()][0] ?? true;
  const filled = open.map((i) => (last = seen.get(i) ?? last));
  return filled.map((own, n) => {
    const around = open.flatMap((i, m) =>
      Math.abs(m - n) <= 2 && Math.abs(i - open[n]!) <= 2 ? [filled[m]!] : [],
    );
    const votes = around.filter((v) => v === own).length;
    return votes * 2 >= around.length ? own : !own;
  });
}

type Pixels = ReturnType<typeof pixelsOf>;

function differs(a: Picture, b: Picture, { left, right, first, last }: Pixels): boolean {
  let changed = 0;
  for (let row = first; row < last; row++)
    for (let at = (row * a.width + left) * 4; at < (row * a.width + right) * 4; at += 4)
      if (
        Math.abs(a.pixels[at]! - b.pixels[at]!) > visibleStep ||
        Math.abs(a.pixels[at + 1]! - b.pixels[at + 1]!) > visibleStep ||
        Math.abs(a.pixels[at + 2]! - b.pixels[at + 2]!) > visibleStep
      )
        changed++;
  return changed > 0 && changed >= (right - left) * (last - first) * leastStrokes;
}

/** Scanners put the text they recognised under or unpainted over the picture of the page. */
function markLayer(
  pdfium: Pdfium,
  page: number,
  characters: readonly Character[],
  drawn: readonly Drawn[],
  sights: Sight[],
): void {
  const candidates = sights.flatMap((sight, i) => (sight === 'unpainted' || sight === 'covered' ? [i] : []));
  const scan =
    candidates.length > 0 && drawn.find((d) => d.kind === 'picture' && isWholePage(pdfium, page, d.box));
  if (!scan) return;
  const picture = renderPage(pdfium, page, scale);
  for (const i of candidates) {
    const { box } = characters[i]!;
    if (
      shareInside(box, scan.box) > 0.5 &&
      hasContrast(picture, pixelsOf(pdfium, page, picture, coreOf(box)))
    )
      sights[i] = 'layer';
  }
}

const isWholePage = (pdfium: Pdfium, page: number, box: Box): boolean =>
  areaOf(box) > 0.5 * pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page);

function hasContrast({ width, pixels }: Picture, { left, right, first, last }: Pixels): boolean {
  let [darkest, brightest] = [255, 0];
  for (let row = first; row < last; row++)
    for (let at = (row * width + left) * 4; at < (row * width + right) * 4; at += 4) {
      darkest = Math.min(darkest, pixels[at + 1]!);
      brightest = Math.max(brightest, pixels[at + 1]!);
    }
  return brightest - darkest > visibleContrast;
}
