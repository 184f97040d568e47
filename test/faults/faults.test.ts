/** Random lives on random faults; a failing one shrinks to the fewest faults that break it. `FAULT_RUNS` sets how many. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comeToRest, liveThrough, openCounty } from './county-life.ts';
import { createFaults, faultKinds } from './faulty.ts';
import { expectInvariants } from './invariants.ts';

const runs = Number(process.env['FAULT_RUNS'] ?? 12);
const seed = process.env['FAULT_SEED'];

it('whatever fails on the way, nothing accepted is lost, nothing goes out unreviewed or twice', async () => {
  let struck = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ after: fc.nat(60), kind: fc.constantFrom(...faultKinds) }), {
        minLength: 1,
        maxLength: 40,
      }),
      fc.array(fc.nat(6), { minLength: 1, maxLength: 4 }),
      fc.infiniteStream(fc.nat(10_000)),
      async (plan, sources, stream) => {
        const folder = mkdtempSync(join(tmpdir(), 'gongkai-faults-'));
        const faults = createFaults(plan);
        const county = await openCounty(folder, faults);
        try {
          await liveThrough(county, sources, () => stream.next().value);
          faults.end();
          await comeToRest(county);
          await expectInvariants(county);
          struck += faults.struck();
        } finally {
          await county.place.close();
          rmSync(folder, { recursive: true, force: true });
        }
      },
    ),
    {
      numRuns: runs,
      endOnFailure: process.env['FAULT_SHRINK'] === 'no',
      ...(seed === undefined ? {} : { seed: Number(seed) }),
    },
  );
  expect(struck).toBeGreaterThan(runs);
}, 3_600_000);
