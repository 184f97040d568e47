import { NotFound } from '@gongkai/domain/errors.ts';
import { describe, expect, it } from 'vitest';
import { findings, text } from '../../test/support/in-review.ts';
import { memoryDeps } from '../../test/support/memory-deps.ts';
import { loadFindings, saveFindings } from './findings-file.ts';
import { redactedHash } from './redacted-file.ts';
import { loadText, saveText } from './text-file.ts';

describe('what is kept beside a revision', () => {
  it('comes back as it was saved', async () => {
    const { files } = memoryDeps();
    await saveText(files, 'd1', 2, text);
    await saveFindings(files, 'd1', 2, { findings });
    expect(await loadText(files, 'd1', 2)).toMatchObject(text);
    expect((await loadFindings(files, 'd1', 2)).findings).toEqual(findings);
  });

  it('is missed by name, so that nothing passes for "no findings"', async () => {
    await expect(loadFindings(memoryDeps().files, 'd1', 1)).rejects.toThrow(NotFound);
  });

  it('refuses a file of another shape', async () => {
    const { files } = memoryDeps();
    const body = new TextEncoder().encode('{"findings":[{"id":"f1"}]}');
    await files.put('records', 'documents/d1/1/findings.json', body, { contentType: 'application/json' });
    await expect(loadFindings(files, 'd1', 1)).rejects.toThrow(/severity/);
  });

  it('gives the redacted copy a hash of its files', () => {
    const file = { slot: 0, name: 'a', type: 'docx', sha256: 'a'.repeat(64), size: 1, text: '甲' } as const;
    const one = redactedHash([file]);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(redactedHash([{ ...file, sha256: 'b'.repeat(64) }])).not.toBe(one);
  });
});
