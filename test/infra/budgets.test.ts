import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { functionNames } from '@gongkai/infra/constructs/function-names.ts';
import { functionPlans } from '@gongkai/infra/functions.ts';
import { bundleAll, type Bundle } from '../budgets/bundles.ts';
import { attributesSize } from '../budgets/item-size.ts';
import { clockAmounts, documentAmounts } from '../budgets/cost.ts';
import { costPage } from '../budgets/cost-page.ts';
import { exemptInSize, limits } from '../budgets/limits.ts';
import { type DocumentCounts, plainDocuments } from '../budgets/plain-document.ts';
import { plainWalk } from '../budgets/plain-walk.ts';
import { deployed } from '../budgets/template.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-budgets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what a cold start loads', () => {
  let bundles: Bundle[];
  beforeAll(async () => {
    bundles = await bundleAll(folder);
  });

  test('is within the budget for every function', () => {
    const over = bundles.filter(
      ({ name, bytes, clients }) =>
        !exemptInSize.has(name) &&
        bytes > (clients.length > 0 ? limits.startBytes : limits.startBytesWithoutClient),
    );
    expect(over).toEqual([]);
    expect(bundles.map((b) => b.name)).toEqual(functionNames);
  });

  test('holds no client of a service the function has no right to', () => {
    const needed: Record<string, RegExp> = {
      dynamodb: /the table$/,
      s3: /records|search entries|public files|the inbox/,
      sfn: /^start |^answer /,
    };
    const strangers = bundles.flatMap(({ name, clients }) =>
      clients
        .filter((client) => !functionPlans[name].may.some((right) => needed[client]?.test(right)))
        .map((client) => `${name}: ${client}`),
    );
    expect(strangers).toEqual([]);
  });

  test('compiles no parser', () => {
    const { name, file } = bundles.find((b) => b.name === 'publish-document')!;
    const countCompiled = `
      let compiled = 0;
      globalThis.Function = new Proxy(Function, { construct: (made, text) => (compiled++, new made(...text)) });
      await import(process.argv[1]);
      console.log(compiled);`;
    const env = { ...process.env, ...deployed()[name].environment, AWS_REGION: 'us-east-1' };
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', countCompiled, file], { env });
    expect(said.toString()).toBe('0\n');
  });
});

describe('a plain public document with three reviews', () => {
  let counts: DocumentCounts;
  let later: DocumentCounts;
  beforeAll(async () => {
    [counts, later] = (await plainDocuments(join(folder, 'place'), [40, 90])) as [
      DocumentCounts,
      DocumentCounts,
    ];
  });

  test('takes few transitions', async () => {
    const { transitions, calls } = await plainWalk();
    expect(transitions).toBeLessThanOrEqual(limits.transitions);
    expect(calls.filter((name) => name === 'open-task')).toHaveLength(3);
  });

  test('is written with few requests, and costs no more write units than now', () => {
    expect(counts.writes).toBeLessThanOrEqual(limits.writes);
    expect(counts.itemUnits + counts.indexUnits).toBeLessThanOrEqual(limits.writeUnitsReached);
  });

  test('costs the same however many are published', () => {
    const counted = ['writes', 'itemUnits', 'indexUnits', 'readUnits', 'filePuts', 'fileGets'] as const;
    const moved = counted.filter((count) => Math.abs(later[count] / counts[count] - 1) > 0.05);
    expect(moved).toEqual([]);
  });

  test('costs what docs/cost.md says: otherwise run “npm run budgets -- --write-cost”', async () => {
    const functions = deployed();
    const page = costPage(documentAmounts(await plainWalk(), counts, functions), clockAmounts(functions));
    expect(readFileSync(new URL('../../docs/cost.md', import.meta.url), 'utf8')).toBe(page);
  });
});

test('the size of an item is counted as DynamoDB does', () => {
  expect(attributesSize({ a: '公', n: 1234 })).toBe(1 + 3 + 1 + 3);
  expect(attributesSize({ map: { k: true }, list: ['x', null] })).toBe(
    3 + 3 + 1 + (1 + 1) + 4 + 3 + 2 + (1 + 1),
  );
});
