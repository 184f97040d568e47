import validate from 'asl-validator';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import * as events from '@gongkai/events/workflow.ts';
import { synthesisedMachines } from '@gongkai/infra/machines.ts';
import { type Answers, type Definition, waitsForAnswer, walk } from './walk.ts';

const machines = synthesisedMachines() as Record<
  'publication' | 'reassessment' | 'withdrawal' | 'validity',
  Definition
>;
const input = { documentId: 'd1', revision: 2 };
const answer = (
  taskId: string,
  outcome: string,
  attribute = 'public',
  interpretationId: string | null = null,
) => ({
  taskId,
  outcome,
  attribute,
  interpretationId,
});
const plain: Answers = {
  'Read the document': [{ outcome: 'read' }],
  'Department head confirms the attribute': [answer('t1', 'approve')],
  'Secrecy officer reviews': [answer('t2', 'approve')],
  'Office reviews for publication': [answer('t3', 'approve')],
  'Publish the document': [{ needsInterpretation: false, followUpAt: '2026-11-24T01:00:00Z' }],
};
const publish = (changes: Answers) => walk(machines.publication, input, { ...plain, ...changes });

const waitingStates: Record<string, number> = { publication: 6, reassessment: 6, withdrawal: 0, validity: 0 };

describe.each(Object.entries(machines))('the %s machine', (name, definition) => {
  test('is valid Amazon States Language', () => {
    const { isValid, errorsText } = validate(definition);
    expect(errorsText('\n')).toBe('');
    expect(isValid).toBe(true);
  });

  test('lets no state wait for ever', () => {
    const waiting = Object.values(definition.States).filter(waitsForAnswer);
    for (const state of waiting) {
      expect(state.TimeoutSeconds).toBeLessThan(365 * 86_400);
      expect(state.Catch?.[0]?.ErrorEquals).toEqual(['States.Timeout']);
    }
    expect(waiting.length).toBe(waitingStates[name]);
  });

  test('tries every step again when trouble may pass', () => {
    for (const state of Object.values(definition.States).filter((s) => s.Type === 'Task')) {
      const retried = (state['Retry'] as { ErrorEquals: string[] }[]).flatMap((r) => r.ErrorEquals);
      expect(retried).toContain('TryLater');
      expect(retried).toContain('Lambda.TooManyRequestsException');
      expect(retried).not.toContain('States.ALL');
    }
  });

  test('has these states', () => {
    expect(Object.keys(definition.States)).toMatchSnapshot();
  });
});

const schemas: Record<string, z.ZodType> = {
  'read-document': events.publicationInput,
  'refuse-document': events.refuseInput,
  'classify-document': events.publicationInput,
  'screen-document': events.publicationInput,
  'open-task': events.openTaskInput,
  'return-document': events.returnInput,
  'redact-document': events.stepInput,
  'register-document': events.registerInput,
  'publish-document': events.stepInput,
  'find-interpretation': events.stepInput,
  'link-interpretation': events.linkInterpretationInput,
  'record-reassessment': events.recordReassessmentInput,
  'withdraw-document': events.withdrawalInput,
  'mark-validity': events.validityInput,
};
function expectPayloadsToFit(definition: Definition, given: { state: string; payload: unknown }[]): void {
  const misfits = given.filter(
    ({ state, payload }) =>
      !schemas[definition.States[state]!.Arguments!.FunctionName]!.safeParse(payload).success,
  );
  expect(misfits).toEqual([]);
}

describe('publication', () => {
  test('takes at most 15 transitions for a plain public document', async () => {
    const { entered, given } = await publish({});
    expect(entered.at(-1)).toBe('Published');
    // The start of the execution counts as one.
    expect(entered.length + 1).toBeLessThanOrEqual(15);
    expectPayloadsToFit(machines.publication, given);
    expect(given.at(-1)?.payload).toEqual({ ...input, decided: 't3' });
  });

  test('refuses what carries a secrecy mark before anything else sees it', async () => {
    const { entered, given } = await publish({
      'Read the document': [{ outcome: 'secret', reason: '涉密' }],
    });
    expect(entered).toEqual(['Read the document', 'Secrecy mark found?', 'Refuse the document', 'Refused']);
    expectPayloadsToFit(machines.publication, given);
  });

  test('returns what cannot be read, with the reason', async () => {
    const { given } = await publish({ 'Read the document': [{ outcome: 'unreadable', reason: '打不开' }] });
    expect(given.at(-1)).toEqual({
      state: 'Return the document',
      payload: { ...input, decided: null, reason: '打不开' },
    });
  });

  test.each([
    'Department head confirms the attribute',
    'Secrecy officer reviews',
    'Office reviews for publication',
  ])('%s: a return goes back with that decision, an unanswered task with a reason', async (review) => {
    const returned = await publish({ [review]: [answer('t9', 'return')] });
    expect(returned.entered.at(-1)).toBe('Returned');
    expect(returned.given.at(-1)?.payload).toEqual({ ...input, decided: 't9', reason: null });
    const late = await publish({ [review]: [{ error: 'States.Timeout', cause: '' }] });
    expect(late.entered.at(-1)).toBe('Returned');
    expect(late.given.at(-1)?.payload).toMatchObject({ reason: expect.stringContaining('90 天') });
    expectPayloadsToFit(machines.publication, [...returned.given, ...late.given]);
  });

  test('publishes nothing whose outcome or attribute it does not know', async () => {
    const odd = await publish({ 'Secrecy officer reviews': [answer('t2', 'perhaps')] });
    expect(odd.entered.at(-1)).toBe('Returned');
    const unknown = await publish({ 'Office reviews for publication': [answer('t3', 'approve', 'other')] });
    expect(unknown.entered).not.toContain('Publish the document');
  });

  test.each([
    ['on-request', 'Register as on request'],
    ['withheld', 'Register as withheld'],
  ])('registers %s documents', async (attribute, state) => {
    const { given, entered } = await publish({
      'Office reviews for publication': [answer('t3', 'approve', attribute)],
    });
    expect(entered.at(-1)).toBe('Registered');
    expect(given.at(-1)).toEqual({ state, payload: { ...input, decided: 't3', attribute } });
  });

  test('redacts again until the copy is approved, each time as another round', async () => {
    const { given } = await publish({
      'Office reviews for publication': [answer('t3', 'approve', 'redacted')],
      'Approve the redacted copy': [
        answer('r1', 'cut-more', 'redacted'),
        answer('r2', 'approve', 'redacted'),
      ],
    });
    const approvals = given.filter((g) => g.state === 'Approve the redacted copy');
    expect(approvals.map((g) => (g.payload as { round: number }).round)).toEqual([1, 2]);
    expect(given.at(-1)).toEqual({ state: 'Publish the document', payload: { ...input, decided: 'r2' } });
    expectPayloadsToFit(machines.publication, given);
  });

  test('returns what may not go out after all, with the reason of the refusal', async () => {
    const cause = JSON.stringify({ errorType: 'PublicationRefused', errorMessage: '仍有身份证号码' });
    const { given } = await publish({ 'Publish the document': [{ error: 'PublicationRefused', cause }] });
    expect(given.at(-1)).toEqual({
      state: 'Return the document',
      payload: { ...input, decided: 't3', reason: '仍有身份证号码' },
    });
  });

  const followUp = { needsInterpretation: true, followUpAt: '2026-11-24T01:00:00Z' };
  test('asks for no interpretation when there is one', async () => {
    const { entered } = await publish({
      'Publish the document': [followUp],
      'Look for an interpretation': [{ found: true }],
    });
    expect(entered).not.toContain('Open the interpretation task');
    expect(entered.at(-1)).toBe('Published and interpreted');
  });

  test('asks until an interpretation is approved, and links that one', async () => {
    const { given, entered } = await publish({
      'Publish the document': [followUp],
      'Look for an interpretation': [{ found: false }],
      'Open the interpretation task': [
        answer('i1', 'submit', 'public', 'n1'),
        answer('i2', 'submit', 'public', 'n2'),
      ],
      'Head reviews the interpretation': [
        answer('h1', 'return', 'public', 'n1'),
        answer('h2', 'approve', 'public', 'n2'),
      ],
    });
    const asked = given.filter((g) => g.state === 'Open the interpretation task').map((g) => g.payload);
    expect(asked).toMatchObject([{ round: 1 }, { round: 2, decided: 'h1' }]);
    expect(given.at(-1)?.payload).toEqual({ ...input, decided: 'h2', interpretationId: 'n2' });
    expect(entered.at(-1)).toBe('Published and interpreted');
    expectPayloadsToFit(machines.publication, given);
  });

  test('asks anew for an interpretation that may not go out after all, with the reason of the refusal', async () => {
    const cause = JSON.stringify({ errorType: 'PublicationRefused', errorMessage: '仍有身份证号码' });
    const { given, entered } = await publish({
      'Publish the document': [followUp],
      'Look for an interpretation': [{ found: false }],
      'Open the interpretation task': [
        answer('i1', 'submit', 'public', 'n1'),
        answer('i2', 'submit', 'public', 'n2'),
      ],
      'Head reviews the interpretation': [
        answer('h1', 'approve', 'public', 'n1'),
        answer('h2', 'approve', 'public', 'n2'),
      ],
      'Link document and interpretation both ways': [{ error: 'PublicationRefused', cause }, {}],
    });
    const asked = given.filter((g) => g.state === 'Open the interpretation task').map((g) => g.payload);
    expect(asked).toMatchObject([
      { round: 1, reason: null },
      { round: 2, reason: '仍有身份证号码' },
    ]);
    expect(given.at(-1)?.payload).toEqual({ ...input, decided: 'h2', interpretationId: 'n2' });
    expect(entered.at(-1)).toBe('Published and interpreted');
    expectPayloadsToFit(machines.publication, given);
  });

  test('fails for all to see when an interpretation never comes', async () => {
    const { entered } = await publish({
      'Publish the document': [followUp],
      'Look for an interpretation': [{ found: false }],
      'Open the interpretation task': [{ error: 'States.Timeout', cause: '' }],
    });
    expect(entered.at(-1)).toBe('Interpretation never came');
    expect(machines.publication.States['Interpretation never came']?.Type).toBe('Fail');
  });
});

describe('reassessment', () => {
  const released: Answers = {
    'Open the reassessment': [answer('a1', 'release')],
    'Record the reassessment': [{ opened: true }],
    'Secrecy officer reviews the release': [answer('a2', 'approve')],
    'Office reviews the release': [answer('a3', 'approve')],
    'Publish the document': plain['Publish the document']!,
  };
  const reassess = (changes: Answers) =>
    walk(machines.reassessment, { ...input, year: 2027 }, { ...released, ...changes });

  test.each(['keep', 'on-request', 'withhold'])(
    '“%s” is recorded and stays in the register',
    async (outcome) => {
      const { entered, given } = await reassess({
        'Open the reassessment': [answer('a1', outcome, 'withheld')],
      });
      expect(entered.at(-1)).toBe('Stays in the register');
      expect(given.at(-1)).toEqual({
        state: 'Record the reassessment',
        payload: { ...input, year: 2027, decided: 'a1' },
      });
    },
  );

  test('a release passes both reviews of its own year and is published', async () => {
    const { entered, given } = await reassess({});
    expect(entered.at(-1)).toBe('Published');
    const questions = given.filter((g) => machines.reassessment.States[g.state]!.TimeoutSeconds);
    expect(questions).toHaveLength(3);
    for (const { payload } of questions) expect(payload).toMatchObject({ year: 2027 });
    expectPayloadsToFit(machines.reassessment, given);
  });

  test('what is asked about a released document again is kept apart by the year', async () => {
    const redacted = answer('a3', 'approve', 'redacted');
    const { entered, given } = await reassess({
      'Open the reassessment': [answer('a1', 'redact', 'redacted')],
      'Office reviews the release': [redacted],
      'Approve the redacted copy': [redacted],
      'Publish the document': [{ needsInterpretation: true, followUpAt: '2027-11-24T01:00:00Z' }],
      'Look for an interpretation': [{ found: false }],
      'Open the interpretation task': [answer('i1', 'submit', 'redacted', 'n1')],
      'Head reviews the interpretation': [answer('h1', 'approve', 'redacted', 'n1')],
    });
    expect(entered.at(-1)).toBe('Published and interpreted');
    const asked = given.filter((g) => waitsForAnswer(machines.reassessment.States[g.state]!));
    expect(asked.map((g) => (g.payload as { year: number }).year)).toEqual(Array(6).fill(2027));
    expectPayloadsToFit(machines.reassessment, given);
  });

  test.each([
    { 'Secrecy officer reviews the release': [answer('a9', 'return')] },
    { 'Office reviews the release': [answer('a9', 'return')] },
    { 'Office reviews the release': [answer('a9', 'approve', 'withheld')] },
    { 'Office reviews the release': [{ error: 'States.Timeout', cause: '' }] },
    { 'Publish the document': [{ error: 'PublicationRefused', cause: '{"errorMessage":"x"}' }] },
  ] as Answers[])('whatever does not end in publication is put back: %j', async (changes) => {
    const { entered, given } = await reassess(changes);
    expect(entered.at(-1)).toBe('Back in the register');
    expect(given.at(-1)?.payload).toMatchObject({ ...input, restoreFrom: 2027 });
    expectPayloadsToFit(machines.reassessment, given);
  });
});

test('a withdrawal hands its whole input on', async () => {
  const whole = {
    documentId: 'd1',
    reason: '内容有误',
    actor: { id: 'p1', name: '甲', role: 'office-editor' },
  };
  const { entered, given } = await walk(machines.withdrawal, whole, {});
  expect(entered).toEqual(['Withdraw the document', 'Withdrawn']);
  expect(given[0]?.payload).toEqual(whole);
  expectPayloadsToFit(machines.withdrawal, given);
});
