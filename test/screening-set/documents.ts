/** The set: the same documents on every run, made from templates in the ways offices fill them. */
import type { LabelledDocument, Page } from './page.ts';
import { random, type Random } from './random.ts';
import * as lists from './templates/lists.ts';
import * as offices from './templates/offices.ts';
import * as papers from './templates/papers.ts';

type Template = (r: Random, label: string) => Page;
const families: readonly [Record<string, Template>, number][] = [
  [lists, 18],
  [papers, 10],
  [offices, 10],
];

export const labelledDocuments = (): LabelledDocument[] =>
  families.flatMap(([templates, count], family) =>
    Object.entries(templates).flatMap(([name, template], t) =>
      Array.from(
        { length: count },
        (_, i) => template(random(1 + family * 10_000 + t * 100 + i), `${name} ${i + 1}`).document,
      ),
    ),
  );
