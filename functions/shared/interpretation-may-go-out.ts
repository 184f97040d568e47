import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { PublicationRefused } from '@gongkai/domain/errors.ts';
import type { Interpretation } from '@gongkai/domain/interpretation.ts';
import type { Task } from '@gongkai/domain/task.ts';
import { whyInterpretationMayNot } from './interpretation-screening.ts';
import type { Screener } from './screening.ts';

/**
 * The last gate for an interpretation. Throws {@link PublicationRefused}. `review` is the task whose decision led
 * here: it counts only for the very content that goes out.
 */
export async function assertInterpretationMayGoOut(
  interpretation: Interpretation,
  review: Task | undefined,
  how: { today: LocalDate; screener?: Screener | undefined },
): Promise<void> {
  const approved =
    review?.task === 'review-interpretation' &&
    review.interpretationId === interpretation.id &&
    review.decision?.outcome === 'approve' &&
    review.decision.contentHash === interpretation.contentHash;
  if (!approved) throw new PublicationRefused('缺少对解读材料当前内容的审核意见，不能发布，请重新提交审核。');
  const refusal = await whyInterpretationMayNot(interpretation, how);
  if (refusal !== undefined) throw new PublicationRefused(refusal);
}
