import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOfInputs } from '@gongkai/infra/inputs.ts';

let root: string;
const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = `${mkdtempSync(join(tmpdir(), 'inputs-'))}/`;
  for (const file of ['package.json', 'package-lock.json', 'cdk.json', 'tsconfig.json']) write(file, '{}');
  write('packages/domain/task.ts', 'export {};');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the hash of the inputs is the same as long as nothing changes', () => {
  expect(hashOfInputs(root)).toBe(hashOfInputs(root));
});

test.each(['packages/domain/task.ts', 'packages/pages/new.tsx', 'package-lock.json', 'test/bench/main.ts'])(
  'the hash of the inputs changes with %s',
  (path) => {
    const before = hashOfInputs(root);
    write(path, '// changed');
    expect(hashOfInputs(root)).not.toBe(before);
  },
);

test.each(['packages/domain/task.test.ts', 'packages/domain/node_modules/x/index.js', 'docs/guide.md'])(
  'the hash of the inputs does not change with %s',
  (path) => {
    const before = hashOfInputs(root);
    write(path, '// changed');
    expect(hashOfInputs(root)).toBe(before);
  },
);
