import { StateFailed } from './failure.ts';

/** Bytes of an input or output, as in the cloud: pass keys, not texts. */
const largest = 262_144;

/** Throws {@link StateFailed} States.DataLimitExceeded. */
export function checkSize(json: string): void {
  if (json.length > largest / 3 && Buffer.byteLength(json) > largest)
    throw new StateFailed('States.DataLimitExceeded', `more than ${largest} bytes are passed on`);
}
