import type { LocalDate } from '@gongkai/domain/deadline.ts';

interface Valid {
  validFrom?: string | undefined;
  validUntil?: string | undefined;
}

/** Says when something does not hold today, or will stop to. */
export const Period = ({ of: { validFrom, validUntil }, today }: { of: Valid; today: LocalDate }) => {
  if (validUntil !== undefined && validUntil < today) return <span class="tag">已于 {validUntil} 停止</span>;
  if (validFrom !== undefined && validFrom > today) return <span class="tag amber">{validFrom} 起</span>;
  return validUntil === undefined ? null : <span class="tag blue">至 {validUntil}</span>;
};
