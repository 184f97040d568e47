/** The little XML that feeds and sitemaps need. Only {@link element} makes markup, so nothing goes unescaped. */
import { cleanText } from './text.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escapeXml = (text: string): string => cleanText(text).replace(/[&<>"']/g, (c) => entities[c]!);

/** Markup that is already escaped. */
export interface Xml {
  xml: string;
}

/** Strings among the children are text, never markup. */
export function element(
  name: string,
  attributes: Record<string, string>,
  ...children: readonly (string | Xml)[]
): Xml {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const content = children.map((child) => (typeof child === 'string' ? escapeXml(child) : child.xml));
  return { xml: `<${name}${pairs.join('')}>${content.join('')}</${name}>` };
}

export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
