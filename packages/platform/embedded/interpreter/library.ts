/** The functions the service adds to JSONata, and the ones that must not depend on the machine's clock or luck. */
import { createHash } from 'node:crypto';
import jsonata from 'jsonata';

/** Where time and chance come from. Chance is derived, so that a step that runs again draws the same. */
export interface Source {
  now(): Date;
  draw(): Buffer;
}

const algorithms = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

export const fixedFunctions: Record<string, (...args: never[]) => unknown> = {
  parse: (text: string): unknown => JSON.parse(text),
  hash(value: unknown, algorithm: string): string {
    if (!algorithms.includes(algorithm)) throw new Error(`$hash knows ${algorithms.join(', ')}`);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return createHash(algorithm.replace('-', '')).update(text).digest('hex');
  },
  partition(list: unknown[], size: number): unknown[][] {
    if (!(size >= 1)) throw new Error('$partition needs a size of at least 1');
    return Array.from({ length: Math.ceil(list.length / size) }, (_, n) =>
      list.slice(n * size, (n + 1) * size),
    );
  },
  range(from: number, to: number, step = 1): number[] {
    const length = Math.floor((to - from) / step) + 1;
    if (!(length <= 1_000)) throw new Error('$range makes at most 1,000 numbers');
    return Array.from({ length: Math.max(0, length) }, (_, n) => from + n * step);
  },
  eval: () => {
    throw new Error('$eval is not available in a state machine');
  },
};

const format = jsonata('$fromMillis($at, $picture, $timezone)');

export const sourcedFunctions = (source: Source): Record<string, unknown> => ({
  now: (picture?: string, timezone?: string) =>
    picture === undefined
      ? source.now().toISOString()
      : format.evaluate(undefined, { at: source.now().getTime(), picture, timezone }),
  millis: () => source.now().getTime(),
  uuid: () => uuidFrom(source.draw()),
  random: (seed?: unknown) =>
    (seed === undefined ? source.draw() : sha256(JSON.stringify(seed))).readUInt32BE(0) / 2 ** 32,
});

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Version 4 in shape: RFC 9562 fixes six bits. */
function uuidFrom(bytes: Buffer): string {
  const hex = Buffer.from(bytes.subarray(0, 16));
  hex[6] = (hex.readUInt8(6) & 0x0f) | 0x40;
  hex[8] = (hex.readUInt8(8) & 0x3f) | 0x80;
  return hex.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
