/**
 * Screens once more what is published, by the rules of today. What a person found harmless stays so: before
 * publication by a reviewer, after it by the county office.
 */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { type GovDocument, noteDocument } from '@gongkai/domain/document.ts';
import { system } from '@gongkai/domain/history.ts';
import type { Files } from '@gongkai/platform/ports.ts';
import { rulesVersion } from '@gongkai/screening/rules.ts';
import { type Finding, loadFindings, rescreenedFile } from './findings-file.ts';
import { type AskingDeps, askToRecheck, recheckId } from './asking-to-recheck.ts';
import { type Screener, screenFiles } from './screening.ts';
import { filesGoingOut } from './files-going-out.ts';
import { documents, tasks } from './stores.ts';

export type RescreenDeps = AskingDeps & { files: Pick<Files, 'get' | 'put'> };

/** What must not be public in a document that is; when there is something, the office has a task for it. */
export async function rescreen(
  deps: RescreenDeps,
  document: GovDocument,
  screener?: Screener,
): Promise<Finding[]> {
  const harmless = await foundHarmless(deps, document);
  const files = await filesGoingOut(deps, document);
  const { posting } = document.declared;
  const all = await screenFiles(files, { today: localDate(deps.clock.now()), posting, screener });
  const found = all.filter(({ severity, match }) => severity === 'block' && !harmless.has(match));
  if (found.length === 0) return found;
  await rescreenedFile(rulesVersion).save(deps.files, document.id, document.revision, { findings: found });
  const at = deps.clock.now().toISOString();
  const noted = await documents(deps.table).update(document.id, (d) =>
    d.state !== 'published' || d.rescreened?.rulesVersion === rulesVersion
      ? d
      : noteDocument(
          d,
          { at, actor: system, action: 'rescreened', reason: `必须处理 ${found.length} 处` },
          { rescreened: { rulesVersion, at, block: found.length } },
        ),
  );
  if (noted.state === 'published') await askToRecheck(deps, noted, found.length);
  return found;
}

async function foundHarmless(
  { files, table }: RescreenDeps,
  { id, revision, dismissed, rescreened }: GovDocument,
): Promise<Set<string>> {
  const ids = new Set(dismissed.map((d) => d.finding));
  const before = (await loadFindings(files, id, revision)).findings.filter((f) => ids.has(f.id));
  const last = rescreened && (await tasks(table).get(recheckId({ id, revision }, rescreened.rulesVersion)));
  const after =
    rescreened && last?.decision?.outcome === 'stay'
      ? (await rescreenedFile(rescreened.rulesVersion).load(files, id, revision)).findings
      : [];
  return new Set([...before, ...after].map((f) => f.match));
}
