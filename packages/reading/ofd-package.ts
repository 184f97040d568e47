/**
 * The parts of an OFD file (GB/T 33190-2016, 7.2) and how they name each other: relative to the naming part, absolute,
 * in another case than in the archive, or with a base that is written twice.
 */
import { Refusal } from './refusal.ts';
import { xmlText } from './xml.ts';
import { type Element, parseXml } from './xml-tree.ts';
import { openZip } from './zip.ts';

export interface OfdPackage {
  names: readonly string[];
  /** The entry that `location`, as written in the part `from`, means. */
  find(location: string, from: string): string | undefined;
  bytes(name: string): Uint8Array | undefined;
  /** The root element. Undefined when the part is missing or is no XML. */
  xml(name: string): Element | undefined;
  /** Names of the parts that were asked for. */
  used: ReadonlySet<string>;
}

/** `deadline` on the clock of `performance.now()`. Throws {@link Refusal}. */
export function openOfd(bytes: Uint8Array, deadline: number): OfdPackage {
  const zip = openZip(bytes);
  const known = new Map(zip.names.map((name) => [keyOf(name), name]));
  const used = new Set<string>();
  const read = (name: string): Uint8Array | undefined => {
    used.add(name);
    return zip.read(name);
  };
  return {
    names: zip.names,
    used,
    find: (location, from) =>
      candidates(location, from)
        .map((path) => known.get(keyOf(path)))
        .find((name) => name !== undefined),
    bytes: read,
    xml: (name) => {
      const part = read(name);
      if (!part) return undefined;
      try {
        return parseXml(xmlText(part), deadline).children[0];
      } catch (error) {
        if (error instanceof Refusal && error.code === 'damaged') return undefined;
        throw error;
      }
    },
  };
}

const keyOf = (path: string): string => withoutDots(path).toLowerCase();

function withoutDots(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/'))
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  return parts.join('/');
}

/** From the folder of the naming part, then from each folder above it. */
function candidates(location: string, from: string): string[] {
  const path = location.trim();
  const folders = from.split('/').slice(0, -1);
  const above = folders.map((_, i) => folders.slice(0, folders.length - i).join('/'));
  return path.startsWith('/')
    ? [path, ...above.map((f) => f + path)]
    : [...above.map((f) => `${f}/${path}`), path];
}
