/** Mutations that know nothing of a format. */
import type { Random } from './random.ts';

export type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const slice = (bytes: Buffer, random: Random, most: number): [from: number, to: number] => {
  const from = random.below(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + random.below(most))];
};
const copy = (bytes: Buffer): Buffer => Buffer.from(bytes);
/** Lengths and offsets that tempt a reader to trust them. */
const lies = [0, 1, 0x7f, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff];

export const byteMutations: Record<string, Mutation> = {
  flip: (bytes, random) => {
    const made = copy(bytes);
    for (let n = 1 + random.below(32); n > 0; n--) made[random.below(made.length)]! ^= 1 << random.below(8);
    return made;
  },
  truncate: (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  'cut out': (bytes, random) => {
    const [from, to] = slice(bytes, random, bytes.length / 4);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  repeat: (bytes, random) => {
    const [from, to] = slice(bytes, random, 400);
    const times = 1 + random.below(200);
    return Buffer.concat([
      bytes.subarray(0, to),
      ...Array<Buffer>(times).fill(bytes.subarray(from, to)),
      bytes.subarray(to),
    ]);
  },
  zero: (bytes, random) => {
    const made = copy(bytes);
    return made.fill(0, ...slice(made, random, 2_000));
  },
  lie: (bytes, random) => {
    const made = copy(bytes);
    for (let n = 1 + random.below(4); n > 0; n--) {
      const at = random.below(made.length - 4) & ~1;
      if (random.below(2) === 0) made.writeUInt32LE(random.pick(lies), at);
      else made.writeUInt16BE(random.pick(lies) & 0xffff, at);
    }
    return made;
  },
  /** Headers of old containers are full of offsets. */
  'lie in the head': (bytes, random) => {
    const made = copy(bytes);
    for (let n = 1 + random.below(4); n > 0; n--)
      made.writeUInt32LE(random.pick(lies), random.below(Math.min(made.length, 2_048) - 4) & ~3);
    return made;
  },
  noise: (bytes, random) => {
    const at = random.below(bytes.length);
    const made = Buffer.from(Array.from({ length: 1 + random.below(500) }, () => random.below(256)));
    return Buffer.concat([bytes.subarray(0, at), made, bytes.subarray(at)]);
  },
  splice: (bytes, random, other) =>
    Buffer.concat([
      bytes.subarray(0, random.below(bytes.length)),
      other.subarray(random.below(other.length)),
    ]),
};
