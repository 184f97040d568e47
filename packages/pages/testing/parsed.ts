/** Strict reading of what the package writes: pages are written so that they are well-formed XML as well. */
import { SaxesParser } from 'saxes';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  /** All text inside, at any depth. */
  text: string;
}

/** Every element in document order; throws where the text is not well-formed. */
export function parsed(document: string): Element[] {
  const parser = new SaxesParser();
  const all: Element[] = [];
  const open: Element[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    all.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(document.replace('<!DOCTYPE html>\n', '')).close();
  return all;
}

export const named = (elements: readonly Element[], name: string): Element[] =>
  elements.filter((e) => e.name === name);

/** Contents of the meta tags of a page. */
export const metaOf = (page: string): Record<string, string> =>
  Object.fromEntries(
    named(parsed(page), 'meta').map((e) => [e.attributes['name'] ?? '', e.attributes['content'] ?? '']),
  );
