/** The newest entries of a history that people read, the newest first. */
import { localMinute } from '@gongkai/calendar/local-date.ts';
import type { HistoryEntry } from '@gongkai/domain/history.ts';

export const HistoryList = ({
  history,
  names,
  most,
}: {
  history: readonly HistoryEntry[];
  /** What an action is called; others are shown as they are. */
  names: Record<string, string>;
  most: number;
}) => (
  <ul class="history">
    {history
      .toReversed()
      .slice(0, most)
      .map((h) => (
        <li>
          {names[h.action] ?? h.action}
          {h.reason && `：${h.reason}`}
          <span class="quiet">
            {localMinute(h.at)} · {h.actor.name}
          </span>
        </li>
      ))}
  </ul>
);
