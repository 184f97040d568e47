import { expect, test } from 'vitest';
import { InputRefused, WrongState } from './errors.ts';
import { assertValidityMayChange, type Validity, validities, type ValidityChange } from './validity.ts';

const change = (state: Validity, successor?: string): ValidityChange => ({
  state,
  since: '2026-03-02',
  reason: '清理',
  ...(successor === undefined ? {} : { successor }),
});
const marked = (state: Validity) => ({ id: 'd1', state: 'published', validity: change(state) });
const allowed = (from: Validity, to: Validity): boolean => {
  try {
    assertValidityMayChange(marked(from), change(to));
    return true;
  } catch {
    return false;
  }
};

test.each([
  ['in-force', ['amended', 'repealed', 'lapsed']],
  ['amended', ['in-force', 'amended', 'repealed', 'lapsed']],
  ['repealed', ['in-force']],
  ['lapsed', ['in-force', 'repealed']],
] as const)('what is %s may become %j', (from, to) => {
  expect(validities.filter((v) => allowed(from, v))).toEqual(to);
});

test('a document that was never marked is in force', () => {
  const document = { id: 'd1', state: 'published' };
  expect(() => assertValidityMayChange(document, change('repealed'))).not.toThrow();
  expect(() => assertValidityMayChange(document, change('in-force'))).toThrow(WrongState);
});

test('only what is public can be marked, and nothing replaces itself', () => {
  expect(() => assertValidityMayChange({ id: 'd1', state: 'withdrawn' }, change('repealed'))).toThrow(
    WrongState,
  );
  expect(() => assertValidityMayChange(marked('in-force'), change('repealed', 'd1'))).toThrow(InputRefused);
});
