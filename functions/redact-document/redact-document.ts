/**
 * Makes the public copy: files in which what reviewers decided to take out, and every identifier that must never
 * go out, do not exist. Each is proved by a check that reads it in a way of its own.
 */
import { createHash } from 'node:crypto';
import { stepInput } from '@gongkai/events/workflow.ts';
import { type GovDocument, noteDocument } from '@gongkai/domain/document.ts';
import { system } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { copyOf } from '@gongkai/redaction/redaction-process.ts';
import type { Removal } from '@gongkai/redaction/removal.ts';
import { loadFindings } from '../shared/findings-file.ts';
import { originalKey, redactedFileKey } from '../shared/kept-by-content.ts';
import { type Redacted, redactedHash, saveRedacted } from '../shared/redacted-file.ts';
import { loadText, type TextFile } from '../shared/text-file.ts';
import { advance } from '../shared/step.ts';
import { checkCopy } from './check-copy.ts';
import { whatToRemove } from './what-to-remove.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;
type RedactedFile = Redacted['files'][number];

/** Throws `RedactionRefused`, which returns the document, when a copy cannot be made clean. */
export const createRedactDocument =
  (deps: Needs) =>
  async (event: unknown): Promise<{ redactedHash: string }> => {
    const step = stepInput.parse(event);
    const document = await advance(deps, step);
    const [text, { findings }] = await Promise.all([
      loadText(deps.files, step.documentId, step.revision),
      loadFindings(deps.files, step.documentId, step.revision),
    ]);
    const remove = whatToRemove(document, findings, deps.settings);
    const files: RedactedFile[] = [];
    let removed = 0;
    for (const file of text.files) {
      const copied = await copyFile(deps, document, file, remove.of(file));
      files.push(copied.file);
      removed += copied.removed;
    }
    const hash = redactedHash(files);
    await saveRedacted(deps.files, step.documentId, step.revision, {
      files,
      hash,
      removed,
      kinds: remove.kinds,
    });
    await advance(deps, step, (d) =>
      d.redactedHash === hash ? d : redacted(d, hash, removed, deps.clock.now()),
    );
    return { redactedHash: hash };
  };

async function copyFile(
  { files }: Needs,
  document: GovDocument,
  file: TextFile,
  removal: Removal,
): Promise<{ file: RedactedFile; removed: number }> {
  const original = await originalOf(files, document, file.slot);
  const copy = await copyOf({ type: file.type, bytes: original, blocks: file.blocks }, removal);
  const text = await checkCopy(file, copy, removal);
  const sha256 = createHash('sha256').update(copy.bytes).digest('hex');
  await files.put('records', redactedFileKey(sha256), copy.bytes, {
    contentType: 'application/octet-stream',
  });
  const { slot, name } = file;
  return {
    file: { slot, name, type: copy.type, sha256, size: copy.bytes.byteLength, text },
    removed: copy.removed,
  };
}

async function originalOf(files: Needs['files'], document: GovDocument, slot: number): Promise<Uint8Array> {
  const sha256 = document.files.find((f) => f.slot === slot)?.sha256;
  const stored = sha256 === undefined ? undefined : await files.get('records', originalKey(sha256));
  if (!stored) throw new Error(`original of ${document.id} slot ${slot} is missing`);
  return stored.body;
}

const redacted = (document: GovDocument, hash: string, removed: number, now: Date): GovDocument =>
  noteDocument(
    document,
    { at: now.toISOString(), actor: system, action: 'redacted', reason: `删减 ${removed} 处` },
    { redactedHash: hash },
  );
