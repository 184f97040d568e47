/** The page of a published interpretation, which leads to its document. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import { type Interpretation, interpretationForms } from '@gongkai/domain/interpretation.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { renderInterpretationPage } from '@gongkai/pages/interpretation-page.tsx';
import { blocksOfLines } from '@gongkai/pages/text-blocks.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { loadOrganisation } from './organisation.ts';
import { siteView } from './site-view.ts';
import { writePage } from './write-page.ts';

export async function writeInterpretationPage(
  deps: Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>,
  interpretation: Interpretation & { publication: Publication },
  document: GovDocument & { publication: Publication },
): Promise<void> {
  const organisation = await loadOrganisation(deps);
  const page = renderInterpretationPage(await siteView(deps), {
    publication: interpretation.publication,
    departmentName: organisation.department(interpretation.department)?.name ?? interpretation.department,
    form: interpretationForms[interpretation.form],
    contact: interpretation.contact,
    text: blocksOfLines([interpretation.text]),
    document: { path: document.publication.path, title: document.title },
  });
  await writePage(deps.files, interpretation.publication.path, page);
}
