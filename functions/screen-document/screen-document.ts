/** Looks for what must not go out: personal data and internal-paper phrases, hidden parts included. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { publicationInput } from '@gongkai/events/workflow.ts';
import { moveDocument } from '@gongkai/domain/document.ts';
import { system } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { saveFindings } from '../shared/findings-file.ts';
import { loadText } from '../shared/text-file.ts';
import { type Screener, screenFiles } from '../shared/screening.ts';
import { advance, documentOf } from '../shared/step.ts';

export const createScreenDocument =
  (deps: Pick<Deps, 'table' | 'files' | 'clock'>, screener?: Screener) =>
  async (event: unknown): Promise<void> => {
    const step = publicationInput.parse(event);
    const document = await documentOf(deps, step);
    if (document.state !== 'received') return;
    const text = await loadText(deps.files, step.documentId, step.revision);
    const today = localDate(deps.clock.now());
    const findings = await screenFiles(text.files, { today, posting: document.declared.posting, screener });
    await saveFindings(deps.files, step.documentId, step.revision, { findings });
    const count = (severity: string): number => findings.filter((f) => f.severity === severity).length;
    await advance(deps, step, (d) =>
      d.state === 'received'
        ? moveDocument(
            d,
            'in-review',
            { at: deps.clock.now().toISOString(), actor: system, action: 'screened' },
            { findings: { block: count('block'), review: count('review'), note: count('note') } },
          )
        : d,
    );
  };
