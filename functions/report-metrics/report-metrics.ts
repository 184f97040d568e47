/**
 * Every quarter of an hour the figures become metrics. A function of its own: it reads and changes nothing, and it
 * still tells when the clock-watcher fails.
 */
import { metricNames } from '@gongkai/domain/operability.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { WriteLine } from '@gongkai/platform/log.ts';
import { metricLine } from '@gongkai/platform/metric-line.ts';
import { type Figures, measure } from './measure.ts';

export const createReportMetrics =
  (deps: Pick<Deps, 'table' | 'files' | 'clock' | 'settings'> & { stage: string; write: WriteLine }) =>
  async (): Promise<void> => {
    for (const line of linesOf(await measure(deps), deps.stage)) deps.write(line);
  };

export function linesOf(figures: Figures, stage: string): string[] {
  const at = new Date(figures.at);
  const count = (value: number) => ({ value, unit: 'Count' as const });
  const seconds = (value: number) => ({ value, unit: 'Seconds' as const });
  return [
    metricLine({
      at,
      dimensions: { Stage: stage },
      values: {
        [metricNames.tasksOpen]: count(figures.tasksOpen),
        [metricNames.tasksOverdue]: count(figures.tasksOverdue),
        [metricNames.tasksUnanswered]: count(figures.tasksUnanswered),
        [metricNames.feedBehind]: seconds(figures.feedBehind),
      },
    }),
    ...Object.entries(figures.oldestWaitingTask).map(([Kind, age]) =>
      metricLine({
        at,
        dimensions: { Stage: stage, Kind },
        values: { [metricNames.oldestWaitingTask]: seconds(age) },
      }),
    ),
  ];
}
