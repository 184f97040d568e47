/** XML of untrusted origin: no document type, no entities of its own, bounded depth. */
import { SaxesParser } from 'saxes';
import { lines } from './clean.ts';
import { decodeText } from './encoding.ts';
import { assertInTime, Refusal } from './refusal.ts';

export interface Visitor {
  /** Names and attribute names come without their namespace prefix. */
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

const maxDepth = 2_000;
/** How many elements pass between two looks at the clock. */
const between = 5_000;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Office writes UTF-8 or UTF-16 with a mark. Throws {@link Refusal}. */
export function xmlText(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text === undefined) throw new Refusal('damaged');
  return text;
}

/** `deadline` on the clock of `performance.now()`. Throws {@link Refusal}. */
export function walkXml(xml: string, visitor: Visitor, deadline = Number.POSITIVE_INFINITY): void {
  const parser = new SaxesParser();
  let depth = 0;
  let elements = 0;
  parser.on('doctype', () => {
    throw new Refusal('damaged');
  });
  parser.on('error', () => {
    throw new Refusal('damaged');
  });
  parser.on('opentag', (tag) => {
    if (++depth > maxDepth) throw new Refusal('damaged');
    if (++elements % between === 0) assertInTime(deadline);
    visitor.open?.(localName(tag.name), localAttributes(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    depth--;
    visitor.close?.(localName(tag.name));
  });
  parser.on('text', (text) => visitor.text?.(text));
  parser.on('cdata', (text) => visitor.text?.(text));
  if (xml !== '') parser.write(xml).close();
}

function localAttributes(attributes: Record<string, string>): Record<string, string> {
  const local: Record<string, string> = {};
  for (const name in attributes) local[localName(name)] = attributes[name]!;
  return local;
}

/** The texts with a letter or digit between the tags, one for each piece, in elements whose name matches. */
export function plainText(xml: string, deadline: number, inside = /./): string[] {
  const texts: string[] = [];
  let element = '';
  walkXml(
    xml,
    {
      open: (name) => (element = name),
      text: (text) => {
        if (inside.test(element)) for (const line of worded(text)) texts.push(line);
      },
    },
    deadline,
  );
  return texts;
}

/** Lines with a letter or digit. */
export const worded = (text: string): string[] => lines(text).filter((t) => /[\p{L}\p{N}]/u.test(t));
