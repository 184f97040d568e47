/** A tree with only what a redacted Word file may hold: what its reader saw, as text and formatting. */
import { drawings, dropped, elements, harmlessField } from './allowed.ts';
import { namedFonts, type ThemeFonts } from './theme-fonts.ts';
import { child, type Element, isElement, linkKey, type Node } from './tree.ts';

export interface Facts {
  /** Old relationship → new one, for headers and footers. */
  links: ReadonlyMap<string, string>;
  /** Styles whose text is not shown. */
  hiddenStyles: ReadonlySet<string>;
  fonts: ThemeFonts;
}

/** Where a node stands, as far as it matters to whether its text is seen. */
interface Place {
  paragraphHidden: boolean;
  /** A background that white text can be read on. */
  shaded: boolean;
  /** Takes what text boxes hold, for behind the paragraph. */
  lifted: Node[];
}

export function clean(root: Element, facts: Facts): Element {
  const place = { paragraphHidden: false, shaded: false, lifted: [] };
  const cleaned = { ...root, children: cleanAll(root.children, facts, place) };
  dropFields(cleaned);
  return cleaned;
}

const cleanAll = (nodes: readonly Node[], facts: Facts, place: Place): Node[] =>
  nodes.flatMap((node) => (isElement(node) ? cleanElement(node, facts, place) : []));

function cleanElement(element: Element, facts: Facts, place: Place): Node[] {
  const { name } = element;
  if (dropped.has(name)) return [];
  if (drawings.has(name)) {
    place.lifted.push(
      ...textBoxes(element).flatMap((box) => cleanAll(box.children, facts, { ...place, lifted: [] })),
    );
    return [];
  }
  switch (name) {
    case 'p':
      return cleanParagraph(element, facts, place);
    case 'r':
      return isHidden(element, facts, place)
        ? liftedOnly(element, facts, place)
        : [kept(element, facts, place)];
    case 't':
    case 'instrText':
      return [{ ...element, children: element.children.filter((c) => !isElement(c)) }];
    case 'tr':
      return hasIn(element, 'trPr', 'del') ? [] : [kept(element, facts, place)];
    case 'tbl':
      return cleanTable(element, facts, place);
    case 'tc':
      return [kept(element, facts, { ...place, shaded: place.shaded || hasIn(element, 'tcPr', 'shd') })];
    case 'oMath':
      return [
        { name: 'r', attributes: {}, children: [{ name: 't', attributes: {}, children: texts(element) }] },
      ];
    case 'headerReference':
    case 'footerReference':
      return linked(element, facts);
    case 'rFonts':
      return [{ ...element, attributes: namedFonts(element.attributes, facts.fonts), children: [] }];
    case 'fldSimple':
      if (!harmlessField.test(element.attributes['instr'] ?? ''))
        return cleanAll(element.children, facts, place);
      return [kept(element, facts, place)];
    default:
      return elements.has(name) ? [kept(element, facts, place)] : cleanAll(element.children, facts, place);
  }
}

const kept = (element: Element, facts: Facts, place: Place): Element => ({
  ...element,
  children: cleanAll(element.children, facts, place),
});

/** A table style may set white on dark. */
function cleanTable(element: Element, facts: Facts, place: Place): Node[] {
  const table = kept(element, facts, { ...place, shaded: hasIn(element, 'tblPr', 'tblStyle') });
  return table.children.some((c) => isElement(c) && c.name === 'tr') ? [table] : [];
}

function cleanParagraph(element: Element, facts: Facts, place: Place): Node[] {
  const properties = child(element, 'pPr');
  const style = properties && child(properties, 'pStyle')?.attributes['val'];
  const inside = {
    ...place,
    paragraphHidden: style !== undefined && facts.hiddenStyles.has(style),
    shaded: place.shaded || hasIn(element, 'pPr', 'shd'),
    lifted: [],
  };
  return [kept(element, facts, inside), ...inside.lifted];
}

/** Hidden by itself or its style, white on white, or of no size. */
function isHidden(run: Element, { hiddenStyles }: Facts, place: Place): boolean {
  if (place.paragraphHidden) return true;
  const properties = child(run, 'rPr');
  if (!properties) return false;
  const value = (name: string): string | undefined => child(properties, name)?.attributes['val'];
  const style = value('rStyle');
  if (isOn(child(properties, 'vanish')) || (style !== undefined && hiddenStyles.has(style))) return true;
  if (Number(value('sz') ?? 21) <= 2) return true;
  return (
    /^f{6}$/i.test(value('color') ?? '') &&
    !place.shaded &&
    !child(properties, 'shd') &&
    !child(properties, 'highlight')
  );
}

export const isOn = (toggle: Element | undefined): boolean =>
  toggle !== undefined && !['0', 'false', 'off', 'none'].includes(toggle.attributes['val'] ?? '');

/** A run that is not shown may still carry a text box that is. */
function liftedOnly(run: Element, facts: Facts, place: Place): [] {
  cleanAll(
    run.children.filter((c) => isElement(c) && c.name !== 't'),
    facts,
    place,
  );
  return [];
}

const hasIn = (element: Element, properties: string, name: string): boolean => {
  const inside = child(element, properties);
  return inside !== undefined && child(inside, name) !== undefined;
};

/** The outermost ones; what is drawn a second time for older programs is left out. */
function textBoxes(element: Element): Element[] {
  if (element.name === 'txbxContent') return [element];
  return dropped.has(element.name) ? [] : element.children.filter(isElement).flatMap(textBoxes);
}

const texts = (element: Element): Node[] =>
  element.children.flatMap((c) => (isElement(c) ? texts(c) : element.name === 't' ? [c] : []));

function linked(element: Element, { links }: Facts): Element[] {
  const link = links.get(element.attributes['id'] ?? '');
  if (link === undefined) return [];
  const { type = 'default' } = element.attributes;
  return [{ ...element, attributes: { type, [linkKey]: link }, children: [] }];
}

/** Fields stretch over runs and paragraphs: `begin`, instruction, `separate`, result, `end`. Results stay. */
function dropFields(root: Element): void {
  const gone = new Set<Node>();
  const open: { nodes: Element[]; instruction: string }[] = [];
  const visit = (node: Node): void => {
    if (!isElement(node)) return;
    const type = node.name === 'fldChar' ? node.attributes['fldCharType'] : undefined;
    if (type === 'begin') open.push({ nodes: [], instruction: '' });
    const field = open.at(-1);
    if (node.name === 'fldChar' || node.name === 'instrText') {
      if (!field) gone.add(node);
      field?.nodes.push(node);
      if (field && node.name === 'instrText')
        field.instruction += node.children.map((c) => (isElement(c) ? '' : c.text)).join('');
    }
    if (type === 'end' && field) {
      open.pop();
      if (!harmlessField.test(field.instruction)) for (const part of field.nodes) gone.add(part);
    }
    for (const inner of node.children) visit(inner);
  };
  visit(root);
  for (const { nodes } of open) for (const node of nodes) gone.add(node);
  const without = (element: Element): void => {
    element.children = element.children.filter((c) => !gone.has(c));
    for (const inner of element.children) if (isElement(inner)) without(inner);
  };
  if (gone.size > 0) without(root);
}
