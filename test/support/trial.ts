/** A trial place in a folder of its own, in this process, without a port. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SettingsInput } from '@gongkai/domain/settings.ts';
import { openTrial, type TrialPlace } from '@gongkai/cli/trial.ts';

export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A Monday morning before the National Day holiday of 2026. */
export const monday = new Date('2026-09-21T01:00:00Z');

export async function openTestTrial(
  options: { start?: Date; settings?: Partial<SettingsInput> } = {},
): Promise<TrialPlace> {
  const opened = await openTrial(temporaryFolder(), 8080, options.settings ?? {}, options.start ?? monday);
  onTestFinished(() => opened.place.close());
  return opened;
}
