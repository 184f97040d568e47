/**
 * A plain call runs again when the process dies before its result is stored. A call with a token draws and
 * stores the token first: a second call after a crash carries the same one, and an answer may come at any time.
 */
import { randomBytes } from 'node:crypto';
import { type Limit, tooLong } from '../calls.ts';
import { StateFailed } from '../failure.ts';
import type { StateOf } from '../schema.ts';
import { leave, type Move, type Visit } from '../visit.ts';
import { countOf } from './count.ts';

type Task = StateOf<'Task'>;

export async function task(state: Task, visit: Visit): Promise<Move> {
  const { frame } = visit;
  if (frame.phase === 'call') {
    await call(state, visit, storedLimit(visit));
    return { kind: 'await-token' };
  }
  if (frame.phase === 'token') throw tooLong(frame.lapse ?? 'States.Timeout');
  if (frame.phase === 'answer') return answered(state, visit);

  const limit = await limitOf(state, visit);
  if (state.Resource.endsWith('.waitForTaskToken'))
    return { kind: 'call', token: randomBytes(32).toString('base64url'), limit };
  const result = { Payload: await call(state, visit, limit), StatusCode: 200 };
  return leave(visit, state, state.Next, result, { result });
}

async function call(state: Task, visit: Visit, limit: Limit | undefined): Promise<unknown> {
  const name = await visit.fill('FunctionName', state.Arguments.FunctionName);
  const payload = await visit.fill('Payload', state.Arguments.Payload ?? {});
  return visit.call(String(name), payload, limit);
}

async function answered(state: Task, visit: Visit): Promise<Move> {
  const { answer } = visit.frame;
  if (!answer) throw new Error('an answered frame without its answer');
  if ('error' in answer) throw new StateFailed(answer.error, answer.cause);
  return leave(visit, state, state.Next, answer.output, { result: answer.output });
}

/** The earlier of TimeoutSeconds and HeartbeatSeconds: nothing here sends heartbeats. */
async function limitOf(state: Task, visit: Visit): Promise<Limit | undefined> {
  const limits: Limit[] = [];
  for (const [field, error] of fields) {
    const value = state[field];
    if (value !== undefined)
      limits.push({ at: visit.now() + (await countOf(visit, field, value)) * 1_000, error });
  }
  return limits.sort((a, b) => a.at - b.at)[0];
}

const fields = [
  ['TimeoutSeconds', 'States.Timeout'],
  ['HeartbeatSeconds', 'States.HeartbeatTimeout'],
] as const;

const storedLimit = ({ frame }: Visit): Limit | undefined =>
  frame.deadline === null ? undefined : { at: frame.deadline, error: frame.lapse ?? 'States.Timeout' };
