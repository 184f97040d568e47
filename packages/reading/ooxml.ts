/** Office Open XML packages (ECMA-376 part 2): the parts, their declared types, and what they relate to. */
import { posix } from 'node:path';
import { walkXml, xmlText } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

export interface Relation {
  id: string;
  /** Last step of the relationship's address: `slide`, `image`, `hyperlink`. */
  type: string;
  /** Name of the part, or an address outside the package. */
  target: string;
  external: boolean;
}

export interface OfficePackage {
  names: readonly string[];
  bytes(name: string): Uint8Array;
  /** Empty when there is no such part. */
  xml(name: string): string;
  /** Declared content type; empty when none is. */
  typeOf(name: string): string;
  /** What a part relates to; of the package itself with an empty name. */
  related(part: string): Relation[];
}

/** Throws Refusal. */
export const openPackage = (file: Uint8Array): OfficePackage => packageOf(openZip(file));

export function packageOf(zip: Zip): OfficePackage {
  // Part names are the same in capitals and small letters.
  const actual = new Map(zip.names.map((name) => [name.toLowerCase(), name]));
  const bytes = (name: string): Uint8Array =>
    zip.read(actual.get(name.toLowerCase()) ?? '') ?? new Uint8Array();
  const xml = (name: string): string => xmlText(bytes(name));
  const types = declaredTypes(xml('[Content_Types].xml'));
  return {
    names: zip.names,
    bytes,
    xml,
    typeOf: (name) => types.get(name.toLowerCase()) ?? '',
    related: (part) => relations(part, xml(relationsOf(part))),
  };
}

const relationsOf = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

function relations(part: string, xml: string): Relation[] {
  const found: Relation[] = [];
  walkXml(xml, {
    open: (name, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (name !== 'Relationship') return;
      const external = TargetMode === 'External';
      const from = Target.startsWith('/') ? '/' : `/${posix.dirname(part)}`;
      found.push({
        id: Id,
        type: Type.split('/').at(-1)!,
        target: external ? Target : posix.join(from, Target).slice(1),
        external,
      });
    },
  });
  return found;
}

function declaredTypes(xml: string): Map<string, string> {
  const types = new Map<string, string>();
  walkXml(xml, {
    open: (name, { PartName, ContentType = '' }) => {
      if (name === 'Override' && PartName !== undefined)
        types.set(PartName.replace(/^\//, '').toLowerCase(), ContentType);
    },
  });
  return types;
}
