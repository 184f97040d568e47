/** Whether a curve is flat: what the last third of the documents used beside the middle third. */
import type { Sample } from './sample.ts';

/** Of one stretch of the curve; a document's share where it is counted by document. */
export interface Stretch {
  documents: number;
  residentMb: number;
  heapMb: number;
  handles: number;
  openFiles: number;
  filesPerDocument: number;
  cpuMsPerDocument: number;
  documentsPerSecond: number;
}
export interface Verdict {
  what: keyof Stretch;
  middle: number;
  last: number;
  atMost: number;
  flat: boolean;
}

/** Ratio and absolute allowance: a socket more or less is no leak, and a machine that others use is not exact. */
const limits: Partial<Record<keyof Stretch, [ratio: number, more: number]>> = {
  residentMb: [1.1, 10],
  heapMb: [1.1, 2],
  handles: [1, 10],
  openFiles: [1, 10],
  filesPerDocument: [1.05, 0],
  cpuMsPerDocument: [1.15, 0],
};

/** Between each sample and the next. */
export const stretchesOf = (samples: readonly Sample[]): Stretch[] =>
  samples.slice(1).map((now, i) => {
    const before = samples[i]!;
    const documents = now.documents - before.documents;
    const { residentMb, heapMb, handles, openFiles } = now;
    return {
      documents: now.documents,
      residentMb,
      heapMb,
      handles,
      openFiles,
      filesPerDocument: round((now.files - before.files) / documents),
      cpuMsPerDocument: round((now.cpuMs - before.cpuMs) / documents),
      documentsPerSecond: round(documents / Math.max(now.seconds - before.seconds, 1)),
    };
  });

export function judge(samples: readonly Sample[]): Verdict[] {
  const stretches = stretchesOf(samples);
  const third = Math.floor(stretches.length / 3);
  const of = (what: keyof Stretch, from: number, to: number): number =>
    round(mean(stretches.slice(from, to).map((s) => s[what])));
  return (Object.entries(limits) as [keyof Stretch, [number, number]][]).map(([what, [ratio, more]]) => {
    const middle = of(what, third, 2 * third);
    const last = of(what, -third, stretches.length);
    const atMost = round(middle * ratio + more);
    return { what, middle, last, atMost, flat: last <= atMost };
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const round = (value: number): number => Math.round(value * 100) / 100;
