/** Every mail that could not be handed over counts; the step tries again, so the figure is of attempts. */
import { metricNames } from '@gongkai/domain/operability.ts';
import { toStandardOutput, type WriteLine } from '../log.ts';
import type { Deliver } from '../mail-message.ts';
import { metricLine } from '../metric-line.ts';

export const countingFailures =
  (deliver: Deliver, stage: string, write: WriteLine = toStandardOutput): Deliver =>
  async (message) => {
    try {
      await deliver(message);
    } catch (error) {
      const failed = { [metricNames.mailsFailed]: { value: 1, unit: 'Count' as const } };
      write(metricLine({ at: new Date(), dimensions: { Stage: stage }, values: failed }));
      throw error;
    }
  };
