import { describe, expect, it } from 'vitest';
import { announced } from '@gongkai/calendar/announced.ts';
import { createCalendar } from '@gongkai/calendar/calendar.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import { documents } from '@gongkai/functions/shared/stores.ts';
import { verifies } from '@gongkai/domain/history.ts';
import { type DemoSummary, runDemo } from '@gongkai/cli/demo.ts';
import { openTestTrial } from '../support/trial.ts';
import { endStates } from './end-states.ts';

const of = (summary: DemoSummary, source: string) => summary.documents.find((d) => d.source === source)!;

describe('the demo', () => {
  it('brings every document to its end, with its duties', async () => {
    const opened = await openTestTrial();
    const summary = await runDemo(opened, () => undefined);

    expect(Object.fromEntries(summary.documents.map((d) => [d.source, [d.state, d.attribute]]))).toEqual(
      endStates,
    );

    const published = of(summary, 'care-allowance');
    const publishedAt = published.history.find((h) => h.action === 'published')!.at;
    const interpret = published.tasks.find((t) => t.kind === 'interpret')!;
    const calendar = createCalendar(announced());
    expect(interpret.due).toBe(calendar.deadline(localDate(publishedAt), 3).date);
    expect(interpret.outcome).toBe('submit');
    expect(published.tasks.map((t) => t.kind)).toContain('review-interpretation');

    expect(of(summary, 'internal-request').tasks.filter((t) => t.kind === 'reassess')).toHaveLength(1);
    expect(of(summary, 'approval-reply').tasks.find((t) => t.kind === 'reassess')!.outcome).toBe('release');

    const { table, files } = opened.place.deps;
    for (const { id } of summary.documents)
      expect(verifies((await documents(table).need(id)).history)).toBe(true);

    const page = await pageOf(files, of(summary, 'contradiction').publicUrl!);
    expect(page).not.toMatch(
      /990101195803120019|6217000000000000053|城关镇东街12号|因病致贫|残疾二级|13800138010/,
    );
    expect(page).toContain('已删减');
    const result = await pageOf(files, 'http://localhost:8080/reassessments/2027.html');
    expect(result).toContain(of(summary, 'approval-reply').title);
    expect(result).not.toContain(of(summary, 'internal-request').title);
  });
});

async function pageOf(
  files: { get: (area: 'public', key: string) => Promise<{ body: Uint8Array } | undefined> },
  url: string,
) {
  const page = await files.get('public', new URL(url).pathname.slice(1));
  return Buffer.from(page!.body).toString();
}
