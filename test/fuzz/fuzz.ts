/** Mutated files through the same entry as uploads: each must be read, or refused in words, in time. */
import { readDocument } from '@gongkai/reading/read-document.ts';
import { largestChild } from './memory.ts';
import { byteMutations } from './mutate-bytes.ts';
import { type Random, seeded } from './random.ts';
import { mutationsOf, type Source, sources } from './sources.ts';

export interface Fault {
  /** With this seed and `count: 1` the file is made again. */
  seed: number;
  format: string;
  mutation: string;
  what: string;
}

export interface Fuzzed {
  files: number;
  read: number;
  /** By code. */
  refused: Record<string, number>;
  perFormat: Record<string, number>;
  /** The reader threw, or failed by a fault of its own, or gave something that is no result. */
  faults: Fault[];
  slowestMs: number;
  /** Largest reading process; undefined where the system does not tell. */
  peakMb: number | undefined;
}

/** For one file, besides what pictures may take. */
const timeoutMs = 5_000;
const ocr = { pictures: 1, timeoutMs: 2_000 };
/** The one picture that was begun in time may take so long, and a process so long to start or to end. */
const graceMs = 30_000 + 5_000;

/** Every file has its own seed, from `seed` on. */
export async function fuzz(
  count: number,
  seed: number,
  tell: (done: number) => void = () => {},
): Promise<Fuzzed> {
  const all = await sources();
  const fuzzed: Fuzzed = {
    files: 0,
    read: 0,
    refused: {},
    perFormat: {},
    faults: [],
    slowestMs: 0,
    peakMb: undefined,
  };
  for (let i = 0; i < count; i++) {
    await one(all, seed + i, fuzzed);
    fuzzed.peakMb = Math.max(fuzzed.peakMb ?? 0, largestChild() ?? 0) || undefined;
    tell(i + 1);
  }
  return fuzzed;
}

async function one(all: readonly Source[], seed: number, fuzzed: Fuzzed): Promise<void> {
  const random = seeded(seed);
  const { source, mutation, bytes } = mutated(all, random);
  const fault = (what: string): unknown =>
    fuzzed.faults.push({ seed, format: source.format, mutation, what });
  fuzzed.files++;
  fuzzed.perFormat[source.format] = (fuzzed.perFormat[source.format] ?? 0) + 1;
  const began = performance.now();
  try {
    const result = await readDocument(bytes, { timeoutMs, ocr });
    if (result.ok) fuzzed.read++;
    else {
      fuzzed.refused[result.code] = (fuzzed.refused[result.code] ?? 0) + 1;
      if (result.code === 'failed') fault(result.message);
      if (!/\p{Script=Han}/u.test(result.message)) fault(`no words: ${result.message}`);
    }
  } catch (error) {
    fault(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const took = performance.now() - began;
  fuzzed.slowestMs = Math.max(fuzzed.slowestMs, took);
  if (took > timeoutMs + ocr.timeoutMs + graceMs) fault(`took ${Math.round(took)} ms`);
}

/** One to three mutations, one upon the other. */
function mutated(
  all: readonly Source[],
  random: Random,
): { source: Source; mutation: string; bytes: Buffer } {
  const formats = [...new Set(all.map((s) => s.format))];
  const format = random.pick(formats);
  const source = random.pick(all.filter((s) => s.format === format));
  const other = random.pick(all).bytes;
  const names: string[] = [];
  let { bytes } = source;
  for (let n = 1 + random.below(3); n > 0 && bytes.length > 8; n--) {
    // Blind ones mostly end at the door: one in four is enough.
    const known = random.below(4) > 0 ? mutationsOf(format) : byteMutations;
    const [name, mutate] = random.pick(Object.entries(known));
    try {
      bytes = mutate(bytes, random, other);
      names.push(name);
    } catch {
      // What an earlier mutation broke cannot be taken apart: it stays as it is.
    }
  }
  return { source, mutation: names.join(', '), bytes };
}
