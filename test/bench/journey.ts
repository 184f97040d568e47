/** Upload to visible: a 22 KB Chinese text and an attachment, three reviews answered by script. */
import { join } from 'node:path';
import { type County, openCounty } from './county.ts';
import { type Figure, figure } from './figure.ts';

const runs = [
  { atOnce: 1, documents: 300, perSecond: 100 },
  { atOnce: 8, documents: 400, perSecond: 96, p99Ms: 105 },
  { atOnce: 32, documents: 400 },
] as const;

export async function benchJourney(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const run of runs) {
    const county = await openCounty(join(folder, `journey-${run.atOnce}`));
    const { perSecond, p50Ms, p99Ms, cpuMs } = await publishMany(county, run);
    const memoryMb = process.memoryUsage.rss() / 1_048_576;
    await county.close();
    const at = `at ${run.atOnce}`;
    figures.push(
      figure(
        `documents, ${at}`,
        perSecond,
        '/s',
        'perSecond' in run ? { atLeast: run.perSecond } : undefined,
      ),
      figure(`upload to visible p50, ${at}`, p50Ms, 'ms'),
      figure(`upload to visible p99, ${at}`, p99Ms, 'ms', 'p99Ms' in run ? { atMost: run.p99Ms } : undefined),
      figure(`processor, ${at}`, cpuMs, 'ms/document'),
      // Of the first run alone: later ones begin with what it left in this process.
      ...(figures.length === 0 ? [figure(`memory, ${at}`, memoryMb, 'MB', { atMost: 250 })] : []),
    );
  }
  return figures;
}

/** The first few, which load the code, are not counted. */
const warmUp = 10;

export async function publishMany(
  { publish }: Pick<County, 'publish'>,
  { documents, atOnce }: { documents: number; atOnce: number },
): Promise<{ perSecond: number; p50Ms: number; p99Ms: number; cpuMs: number }> {
  for (let i = 0; i < warmUp; i++) await publish(i);
  const took: number[] = [];
  let next = 0;
  const started = performance.now();
  const cpu = process.cpuUsage();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < documents) {
        const at = performance.now();
        await publish(warmUp + next++);
        took.push(performance.now() - at);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  took.sort((a, b) => a - b);
  return {
    perSecond: documents / seconds,
    p50Ms: took[Math.floor(documents / 2)]!,
    p99Ms: took[Math.floor(documents * 0.99)]!,
    cpuMs: (user + system) / 1000 / documents,
  };
}
