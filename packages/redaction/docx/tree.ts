/** A part of a Word file as a tree, and a tree as a part. */
import { walkXml } from '@gongkai/reading/xml.ts';
import { attributes, numbered } from './allowed.ts';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
}
/** Mutable: cutting changes it where it stands. */
export interface Text {
  text: string;
}
export type Node = Element | Text;

export const isElement = (node: Node): node is Element => 'name' in node;

export const child = (parent: Element, name: string): Element | undefined =>
  parent.children.filter(isElement).find((c) => c.name === name);

/** Names without their prefix. `deadline` on the clock of `performance.now()`. */
export function parse(xml: string, deadline: number): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const path = [root];
  walkXml(
    xml,
    {
      open: (name, given) => {
        const element = { name, attributes: given, children: [] };
        path.at(-1)!.children.push(element);
        path.push(element);
      },
      close: () => void path.pop(),
      text: (text) => void path.at(-1)!.children.push({ text }),
    },
    deadline,
  );
  return root.children.find(isElement) ?? root;
}

const declared =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Only allowed attributes are written; that the elements are allowed is the caller's care. */
export function serialise(root: Element): string {
  const out: string[] = [];
  const write = (node: Node): void => {
    if (!isElement(node)) out.push(escaped(node.text));
    else if (node.children.length === 0) out.push(`${startTag(node)}/>`);
    else {
      out.push(`${startTag(node)}>`);
      for (const inner of node.children) write(inner);
      out.push(`</w:${node.name}>`);
    }
  };
  write(root);
  return xmlHead + out.join('').replace(/^<w:\w+/, (tag) => `${tag} ${declared}`);
}

/** Values are numbers, and names of styles and fonts; anything longer is not formatting. */
const longestValue = 200;

function startTag({ name, attributes: given }: Element): string {
  let tag = `<w:${name}`;
  for (const [key, value] of Object.entries(given)) {
    if (value.length > longestValue) continue;
    if (attributes.has(key) || (key === 'id' && numbered.has(name))) tag += ` w:${key}="${escaped(value)}"`;
    else if (key === linkKey) tag += ` r:id="${escaped(value)}"`;
  }
  return name === 't' || name === 'instrText' ? `${tag} xml:space="preserve"` : tag;
}

/** Set by ourselves, never read from a file: the relationship of a header or footer. */
export const linkKey = '->';

const entity: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]|(?![\t\n])\p{Cc}/gu, (c) => entity[c] ?? '');
