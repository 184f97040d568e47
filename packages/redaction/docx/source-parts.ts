/** What the parts of a Word file are, by the relationships of its main part. ECMA-376 part 2, section 9.3. */
import { partsOf } from '@gongkai/reading/docx-parts.ts';
import { packageOf } from '@gongkai/reading/ooxml.ts';
import { Refusal } from '@gongkai/reading/refusal.ts';
import type { Zip } from '@gongkai/reading/zip.ts';
import type { WordPartType } from './package.ts';

export function mainPart(zip: Zip): string {
  const main = partsOf(packageOf(zip)).find(({ type }) => type === 'document');
  if (!main) throw new Refusal('damaged');
  return main.name;
}

interface Link {
  id: string;
  type: WordPartType;
  /** Of a part that is there. */
  name: string;
}

export function linksOf(zip: Zip, main: string): Link[] {
  const names = new Map(zip.names.map((name) => [name.toLowerCase(), name]));
  return packageOf(zip)
    .related(main)
    .flatMap(({ id, type, target, external }) => {
      const name = external ? undefined : names.get(target.toLowerCase());
      return name === undefined ? [] : [{ id, type: type as WordPartType, name }];
    });
}
