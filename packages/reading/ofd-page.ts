/** Reads one page of an OFD document, with its templates and what annotations draw on it. */
import { graphicsOf, type OfdDrawn, pageMatrix, strokesOf } from './ofd-graphics.ts';
import { type OfdResources, pageSize } from './ofd-resources.ts';
import { glyphsOf } from './ofd-text.ts';
import { coversOf, sightOf } from './ofd-unseen.ts';
import { boxOf, combined, moved, movedBox, unchanged } from './page-box.ts';
import type { LayoutPage } from './page-layout.ts';
import { addRuling, isFull, noRulings, type Rulings } from './page-rulings.ts';
import { type Glyph, layoutsOf, unseenTexts } from './page-text.ts';
import type { Sight, Unseen } from './page-unseen.ts';
import { child, childrenOf, type Element } from './xml-tree.ts';

export interface OfdPage {
  /** From 1. */
  number: number;
  layouts: LayoutPage[];
  unseen: Unseen[];
  /** Entries of the archive that hold the pictures shown on it. */
  pictures: string[];
  characters: number;
  /** A scan: its text was put there by a machine that read the picture. */
  layer: boolean;
}

export interface OfdSheet {
  number: number;
  /** The root of the page's part. */
  page: Element;
  /** What lies under and over it, in this order: parts of templates, appearances of annotations. */
  under: readonly Element[];
  over: readonly Element[];
  area: Element | undefined;
}

export function readOfdPage(sheet: OfdSheet, resources: OfdResources): OfdPage {
  const [left, top, width, height] = pageSize(child(sheet.page, 'Area'), sheet.area);
  const matrix = combined([1, 0, 0, 1, -left, -top], pageMatrix(height));
  const area = movedBox(matrix, { left, right: left + width, bottom: top, top: top + height });
  const { drawn, addLayer } = graphicsOf(resources);
  for (const part of [...sheet.under, sheet.page, ...sheet.over])
    for (const layer of inOrder(layersOf(part))) addLayer(layer, matrix);
  const covers = coversOf(drawn, resources);
  const glyphs: Glyph[] = [];
  const sights: Sight[] = [];
  for (const [order, object] of drawn.entries())
    if (object.kind === 'text')
      for (const glyph of glyphsOf(object)) {
        glyphs.push(glyph);
        sights.push(sightOf(glyph, order, object, covers, area));
      }
  const visible = glyphs.filter((_, i) => sights[i] === 'seen' || sights[i] === 'layer');
  return {
    number: sheet.number,
    layouts: layoutsOf(sheet.number, visible, area, (frame) => rulingsOf(drawn, frame)),
    unseen: unseenTexts(glyphs, sights),
    pictures: drawn.flatMap(({ kind, element }) =>
      kind === 'picture' ? [resources.picture(element.attributes['ResourceID'])?.name ?? ''] : [],
    ),
    characters: glyphs.length,
    layer: sights.filter((s) => s === 'layer').length > visible.length / 2,
  };
}

/** An appearance of an annotation is drawn as it stands. */
const layersOf = (part: Element): Element[] =>
  part.name === 'Appearance' ? [part] : childrenOf(child(part, 'Content'), 'Layer');

const ranks: Record<string, number> = { Background: 0, Body: 1, Foreground: 2 };

const inOrder = (layers: readonly Element[]): Element[] =>
  layers.toSorted(
    (a, b) => (ranks[a.attributes['Type'] ?? ''] ?? 1) - (ranks[b.attributes['Type'] ?? ''] ?? 1),
  );

function rulingsOf(drawn: readonly OfdDrawn[], frame: typeof unchanged): Rulings {
  const rulings = noRulings();
  for (const object of drawn) {
    if (object.kind !== 'path' || !object.visible || isFull(rulings)) continue;
    const isFilled = object.element.attributes['Fill'] === 'true';
    for (const stroke of strokesOf(object)) {
      const points = stroke.map(([x, y]) => moved(frame, x, y));
      if (isFilled) addRuling(rulings, boxOf(points));
      else
        for (const [i, point] of points.entries())
          if (i > 0) addRuling(rulings, boxOf([points[i - 1]!, point]));
    }
  }
  return rulings;
}
