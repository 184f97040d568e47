/** The page of a published interpretation, which leads to its document. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import { type Interpretation, interpretationForms } from '@gongkai/domain/interpretation.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { renderInterpretationPage } from '@gongkai/pages/interpretation-page.tsx';
import { blocksOfLines } from '@gongkai/pages/text-blocks.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { loadOrganisation } from './organisation.ts';
import { enterSearch, searchInterpretationOf } from './search-entry.ts';
import { siteView } from './site-view.ts';
import { writePage } from './write-page.ts';

export async function writeInterpretationPage(
  deps: Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>,
  interpretation: Interpretation & { publication: Publication },
  document: GovDocument & { publication: Publication },
): Promise<void> {
  const organisation = await loadOrganisation(deps);
  const site = await siteView(deps);
  const departmentName = organisation.departmentName(interpretation.department);
  const page = renderInterpretationPage(site, {
    publication: interpretation.publication,
    departmentName,
    form: interpretationForms[interpretation.form],
    contact: interpretation.contact,
    text: blocksOfLines([interpretation.text]),
    document: { path: document.publication.path, title: document.title },
  });
  await writePage(deps.files, interpretation.publication.path, page);
  const { column } = interpretation.publication;
  const columnName = site.columns.find((c) => c.id === column)?.name ?? column;
  await enterSearch(deps, searchInterpretationOf(interpretation, { departmentName, columnName }));
}
