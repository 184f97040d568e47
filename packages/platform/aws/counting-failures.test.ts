import { expect, it } from 'vitest';
import { countingFailures } from './counting-failures.ts';

const message = { id: 'm1', to: 'clerk@county.test', subject: '通知', text: '张经办，您好' };

it('a mail that cannot be handed over is counted without being quoted, and the failure goes on', async () => {
  const lines: string[] = [];
  const write = (line: string): number => lines.push(line);
  const down = countingFailures(
    async () => Promise.reject(new Error('550 clerk@county.test')),
    'demo',
    write,
  );
  await expect(down(message)).rejects.toThrow('550');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({ Stage: 'demo', MailsFailed: 1 });
  expect(lines[0]).not.toMatch(/[\p{Script=Han}@]/u);

  await countingFailures(async () => {}, 'demo', write)(message);
  expect(lines).toHaveLength(1);
});
