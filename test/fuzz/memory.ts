/** How much memory the processes have that this one started, as Linux tells; undefined elsewhere. */
import { readdirSync, readFileSync } from 'node:fs';

const field = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN);

/** Megabytes at the peak of the largest child that runs now. */
export function largestChild(): number | undefined {
  let largest = 0;
  try {
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const status = statusOf(id);
      if (status === undefined || field(status, 'PPid') !== process.pid) continue;
      largest = Math.max(largest, field(status, 'VmHWM') / 1024 || 0);
    }
    return largest;
  } catch {
    return undefined;
  }
}

/** A process may end while it is looked at. */
function statusOf(id: string): string | undefined {
  try {
    return readFileSync(`/proc/${id}/status`, 'utf8');
  } catch {
    return undefined;
  }
}
