import { describe, expect, it } from 'vitest';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { logged } from './log.ts';

async function lineOf(call: (input: unknown) => Promise<unknown>, input: unknown) {
  const lines: string[] = [];
  await logged('step', call, (line) => lines.push(line))(input).catch(() => undefined);
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0]!) as Record<string, unknown>;
}
const nothing = async (): Promise<void> => {};

describe('a line of the log', () => {
  it('names the document, the task and the revision of a step, and nothing else of its input', async () => {
    const input = {
      documentId: 'abcdefghjkmnp',
      revision: 2,
      decided: 'abcdefghjkmnp-2-secrecy-review-1',
      token: 'a-token',
      reason: '张经办写错了',
      actor: { name: '张经办' },
    };
    const { timestamp, durationMs, ...line } = await lineOf(nothing, input);
    expect([timestamp, durationMs]).toEqual([expect.any(String), expect.any(Number)]);
    expect(line).toEqual({
      level: 'INFO',
      step: 'step',
      outcome: 'done',
      documentId: input.documentId,
      revision: 2,
      decided: input.decided,
    });
  });

  it('names what a mailed link is about without what opens it', async () => {
    const opaque = 'A'.repeat(43);
    const path = `/portal/t/abcdefghjkmnp-1-reassess-1/${opaque}`;
    const requestContext = { http: { method: 'GET' } };
    for (const request of [{ rawPath: path, requestContext }, new Request(`http://county.test${path}?x=1`)]) {
      const line = await lineOf(async () => ({ statusCode: 404 }), request);
      expect(line).toMatchObject({
        method: 'GET',
        status: 404,
        outcome: 'refused',
        taskId: 'abcdefghjkmnp-1-reassess-1',
      });
      expect(JSON.stringify(line)).not.toContain(opaque);
    }
  });

  it('takes no number somebody typed into an address for an id of ours', async () => {
    const line = await lineOf(nothing, { rawPath: '/portal/documents/990101199901010014' });
    expect(line['documentId']).toBeUndefined();
  });

  it('names the document of a file that arrived', async () => {
    const line = await lineOf(nothing, { detail: { object: { key: 'abcdefghjkmnp/1/0', size: 3 } } });
    expect(line['documentId']).toBe('abcdefghjkmnp');
  });

  it('tells the kind and the place of an error, not its words, and throws it on', async () => {
    const refused = new InputRefused('身份证号 990101199901010014 有误');
    const fails = async (): Promise<void> => Promise.reject(refused);
    const line = await lineOf(fails, {});
    expect(line).toMatchObject({ level: 'WARN', outcome: 'refused', error: 'InputRefused' });
    expect(line['at']).toEqual(expect.arrayContaining([expect.stringMatching(/log\.test\.ts/)]));
    expect(JSON.stringify(line)).not.toContain('990101');
    await expect(logged('step', fails, () => undefined)()).rejects.toBe(refused);

    const broken = await lineOf(async () => Promise.reject(new TypeError('connect ECONNREFUSED')), {});
    expect(broken).toMatchObject({
      level: 'ERROR',
      outcome: 'failed',
      error: 'TypeError',
      code: 'ECONNREFUSED',
    });
  });
});
