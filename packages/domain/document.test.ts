import { describe, expect, it } from 'vitest';
import { documentStates, documentTransitions } from './document-state.ts';
import { cleanTitle, documentKind, type GovDocument, moveDocument, noteDocument } from './document.ts';
import { InputRefused } from './errors.ts';
import { append, system, verifies } from './history.ts';

const act = { at: '2026-09-21T01:00:00.000Z', actor: system, action: 'test' };
const inState = (state: GovDocument['state']): GovDocument =>
  ({ state, history: append([], { ...act, to: state }), updatedAt: act.at }) as unknown as GovDocument;

const outcome = (move: () => string): string => {
  try {
    return move();
  } catch (error) {
    return (error as Error).name;
  }
};

describe('the list of a state', () => {
  const later = { ...act, at: '2026-09-22T01:00:00.000Z' };
  const placeOf = (d: GovDocument) => documentKind.places(d)['documents-by-state'];

  it('is in the order in which documents came into it: what happens within the state moves nothing', () => {
    const document = inState('in-review');
    expect(placeOf(noteDocument(document, later, {}))).toEqual(placeOf(document));
    expect(placeOf(moveDocument(inState('awaiting-upload'), 'received', later))).toEqual(
      placeOf(inState('awaiting-upload')),
    );
    expect(placeOf(moveDocument(document, 'returned', later))).toMatchObject({
      partition: 'returned',
      sort: expect.stringMatching(/^2026-09-22/),
    });
  });
});

describe('the list of those with one number', () => {
  const placeOf = (documentNumber: string | null, state: GovDocument['state'] = 'in-review') =>
    documentKind.places({
      ...inState(state),
      id: 'd1',
      createdAt: act.at,
      metadata: { title: null, documentNumber, issuer: null, writtenDate: null, mark: null },
      declared: { attribute: 'public', catalogueItem: 'x', needsInterpretation: false },
    })['documents-by-number'];

  it.each([
    ['示民发〔2026〕3号', { partition: '示民发〔2026〕3号', sort: `${act.at}#d1` }],
    ['第3号', undefined],
    ['2026年第3号', undefined],
    ['〔2026〕3号', undefined],
    [null, undefined],
  ])('holds what carries %s: %o', (number, place) => {
    expect(placeOf(number)).toEqual(place);
  });

  it.each(['withdrawn', 'refused'] as const)('lets go of what was %s', (state) => {
    expect(placeOf('示民发〔2026〕3号', state)).toBeUndefined();
  });
});

describe('moving a document', () => {
  const pairs = documentStates.flatMap((from) => documentStates.map((to) => [from, to] as const));
  it.each(pairs)('%s → %s is allowed exactly as the table says', (from, to) => {
    expect(outcome(() => moveDocument(inState(from), to, act).state)).toBe(
      documentTransitions[from].includes(to) ? to : 'WrongState',
    );
  });

  it('writes who, when, from, to and why into the chained history', () => {
    const moved = moveDocument(inState('in-review'), 'returned', { ...act, reason: '缺附件' });
    expect(moved.history.at(-1)).toMatchObject({
      from: 'in-review',
      to: 'returned',
      reason: '缺附件',
      at: act.at,
    });
    expect(verifies(moved.history)).toBe(true);
  });

  it('nothing leaves the states that end a document', () => {
    for (const state of ['refused', 'withdrawn'] as const) expect(documentTransitions[state]).toEqual([]);
  });
});

describe('the chained history', () => {
  const chain = append(append(append([], act), { ...act, action: 'second' }), { ...act, action: 'third' });
  it('verifies as it was written', () => expect(verifies(chain)).toBe(true));
  it.each([
    ['a changed reason', chain.with(1, { ...chain[1]!, reason: '改过' })],
    ['a changed actor', chain.with(0, { ...chain[0]!, actor: { ...system, name: '别人' } })],
    ['a missing entry', chain.toSpliced(1, 1)],
    ['swapped entries', [chain[1]!, chain[0]!, chain[2]!]],
  ])('does not verify with %s', (_, changed) => expect(verifies(changed)).toBe(false));
});

describe('titles', () => {
  it('lose control characters and line breaks', () => {
    expect(cleanTitle(' 关于\u000B某事\r\n的\u0000通知 ')).toBe('关于 某事 的 通知');
  });
  it('of 10,000 characters are refused with what to do', () => {
    expect(() => cleanTitle('长'.repeat(10_000))).toThrow(InputRefused);
    expect(() => cleanTitle('长'.repeat(10_000))).toThrow(/缩短到 300 个字/);
  });
});
