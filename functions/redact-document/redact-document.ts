/**
 * Makes the public copy: a text in which what reviewers decided to cut, and every identifier that must never go
 * out, does not exist. Proved by a check that shares nothing with the cutting.
 */
import { stepInput } from '@gongkai/events/workflow.ts';
import { type GovDocument, noteDocument } from '@gongkai/domain/document.ts';
import { system } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { provesAbsent, redactText } from '@gongkai/screening/redact.ts';
import {
  type Findings,
  redactedHash,
  loadFindings,
  loadText,
  saveRedacted,
} from '../shared/findings-file.ts';
import { advance } from '../shared/step.ts';
import { cutColumns, isColumn } from './cut-columns.ts';

export const createRedactDocument =
  (deps: Pick<Deps, 'table' | 'files' | 'clock'>) =>
  async (event: unknown): Promise<{ redactedHash: string }> => {
    const step = stepInput.parse(event);
    const document = await advance(deps, step);
    const [text, { findings }] = await Promise.all([
      loadText(deps.files, step.documentId, step.revision),
      loadFindings(deps.files, step.documentId, step.revision),
    ]);
    const cuts = textsToCut(document, findings);
    let removed = 0;
    const files = text.files.map((file) => {
      const headings = findings.filter(
        (f) => f.slot === file.slot && isColumn(f) && document.cuts.includes(f.id),
      );
      const columns = cutColumns(file.blocks, headings);
      const redacted = redactText(columns.lines.join('\n'), cuts);
      removed += columns.removed + redacted.removed;
      const left = provesAbsent(redacted.text, cuts);
      if (left.length > 0) throw new Error(`redaction left ${left.length} texts in file ${file.slot}`);
      return { slot: file.slot, name: file.name, text: redacted.text };
    });
    const hash = redactedHash(files);
    await saveRedacted(deps.files, step.documentId, step.revision, { files, hash, removed });
    await advance(deps, step, (d) =>
      d.redactedHash === hash
        ? d
        : noteDocument(
            d,
            {
              at: deps.clock.now().toISOString(),
              actor: system,
              action: 'redacted',
              reason: `删减 ${removed} 处`,
            },
            { redactedHash: hash },
          ),
    );
    return { redactedHash: hash };
  };

/** Chosen findings (`f1`), literal texts (`=…`), and every blocking finding nobody dismissed. */
export function textsToCut(
  document: Pick<GovDocument, 'cuts' | 'dismissed'>,
  findings: Findings['findings'],
): string[] {
  const dismissed = new Set(document.dismissed.map((d) => d.finding));
  const chosen = new Set(document.cuts);
  const found = findings
    .filter((f) => !isColumn(f))
    .filter((f) => chosen.has(f.id) || (f.severity === 'block' && !dismissed.has(f.id)))
    .map((f) => f.match);
  const literal = document.cuts.filter((c) => c.startsWith('=')).map((c) => c.slice(1));
  return [...new Set([...found, ...literal])].filter((t) => t.trim() !== '');
}
