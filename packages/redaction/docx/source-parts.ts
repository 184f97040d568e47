/** Which parts of a Word file its copy is made from. */
import type { OfficePackage } from '@gongkai/reading/ooxml.ts';
import { Refusal } from '@gongkai/reading/refusal.ts';
import type { WordPartType } from './package.ts';

/** Throws {@link Refusal}. */
export function mainPart(pack: OfficePackage): string {
  const main =
    pack.related('').find(({ type }) => type === 'officeDocument')?.target ??
    pack.names.find((name) => /(document|template)\.(macroEnabled\.)?main\+xml$/i.test(pack.typeOf(name)));
  if (main === undefined || pack.xml(main) === '') throw new Refusal('damaged');
  return main;
}

interface Link {
  id: string;
  type: WordPartType;
  name: string;
}

/** Those that are there and of the given types. */
export const linksOf = (pack: OfficePackage, main: string, types: ReadonlySet<string>): Link[] =>
  pack
    .related(main)
    .filter(({ type, target, external }) => !external && types.has(type) && pack.xml(target) !== '')
    .map(({ id, type, target }) => ({ id, type: type as WordPartType, name: target }));
