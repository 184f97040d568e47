/** What the parts of a Word file are, by the relationships of its main part. ECMA-376 part 2, section 9.3. */
import { posix } from 'node:path';
import { partTypes } from '@gongkai/reading/docx-parts.ts';
import { Refusal } from '@gongkai/reading/refusal.ts';
import { walkXml, xmlText } from '@gongkai/reading/xml.ts';
import type { Zip } from '@gongkai/reading/zip.ts';
import type { WordPartType } from './package.ts';

export function mainPart(zip: Zip): string {
  const main = partTypes(zip).find(({ type }) => type === 'document');
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
  const folder = posix.dirname(main);
  const source = zip.read(`${folder}/_rels/${posix.basename(main)}.rels`);
  if (!source) return [];
  const names = new Map(zip.names.map((name) => [name.toLowerCase(), name]));
  const links: Link[] = [];
  walkXml(xmlText(source), {
    open: (element, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (element !== 'Relationship' || TargetMode === 'External') return;
      const path = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      const name = names.get(path.toLowerCase());
      if (name !== undefined) links.push({ id: Id, type: Type.split('/').at(-1) as WordPartType, name });
    },
  });
  return links;
}
