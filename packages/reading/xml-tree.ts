/** XML as a tree, for files whose parts refer to each other. */
import { Refusal } from './refusal.ts';
import { walkXml } from './xml.ts';

export interface Element {
  /** Without namespace prefix, as are the names of attributes. */
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  /** Its own text, without that of its children. */
  text: string;
}

/** 300 pages of one element a character have fewer. */
const maxElements = 1_000_000;

/** `deadline` on the clock of `performance.now()`. Throws {@link Refusal}: damaged, too-large, too-slow. */
export function parseXml(xml: string, deadline: number): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let elements = 0;
  walkXml(
    xml,
    {
      open: (name, attributes) => {
        if (++elements > maxElements) throw new Refusal('too-large');
        const element: Element = { name, attributes, children: [], text: '' };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      close: () => open.pop(),
      text: (text) => (open.at(-1)!.text += text),
    },
    deadline,
  );
  return root;
}

export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((c) => c.name === name);

export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((c) => c.name === name) ?? [];

/** The element itself and all inside it, in the order of the file. */
export function* allInside(element: Element): Generator<Element> {
  yield element;
  for (const inside of element.children) yield* allInside(inside);
}

/** With the text of its children. */
export const fullText = (element: Element): string => [...allInside(element)].map((e) => e.text).join('\n');
