/** Screening of a list that a law orders to be posted: the least data is no question any more, everything else stays one. */
import type { Finding } from './types.ts';

type Judged = Pick<Finding, 'severity' | 'leastData' | 'why'> & { place: Pick<Finding['place'], 'hidden'> };

/** `ground`: law and article, as declared. What nobody sees is not posted, and what blocks goes on blocking. */
export const asPosted = <F extends Judged>(findings: readonly F[], ground: string): F[] =>
  findings.map((find) =>
    find.leastData && find.severity === 'review' && find.place.hidden === undefined
      ? {
          ...find,
          severity: 'note',
          why: `${find.why}已申报公示（依据 ${ground}），属于必须公示的最少内容。`,
        }
      : find,
  );
