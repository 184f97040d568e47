import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/trial.ts';
import { freePort } from '../support/free-port.ts';
import { gongkai, serving } from './gongkai.ts';

describe('wrong use', () => {
  it.each([
    [[]],
    [['nosuch']],
    [['read']],
    [['read', '--bogus', 'x']],
    [['screen']],
    [['deadline', '2026-02-30', '--working-days', '3']],
    [['deadline', '2026-03-02']],
    [['deadline', '2026-03-02', '--working-days', '-1']],
    [['submit', 'x.txt']],
    [['submit', 'x.txt', '--as', 'a@b.demo', '--attribute', 'secret']],
    [['submit', 'x.txt', '--as', 'a@b.demo', '--ground', 'because']],
    [['tasks', '--bogus']],
    [['clock']],
    [['clock', 'advance']],
    [['clock', 'advance', '1d', '2d']],
    [['import']],
    [['trial', '--port', '0']],
    [['serve', '--port', 'x']],
  ])('of %j ends with 2 and says how to find help, and writes nothing to standard output', async (args) => {
    const { code, out, err } = await gongkai(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/--help/);
    expect(err).not.toMatch(/error|invalid|unknown|missing|Usage|Options|Commands|default|display/);
  });

  it('help is no error', async () => {
    const { code, out } = await gongkai(['read', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('--json');
    expect(out).not.toMatch(/Usage|Arguments|Options|display help/);
  });
});

describe('a place that is not there', () => {
  it.each([
    ['tasks'],
    ['export'],
    ['clock advance 1d'],
    ['submit x.txt --as clerk@civil-affairs.demo'],
    ['serve'],
  ])('%s ends with 1 and says what to do', async (command) => {
    const { code, out, err } = await gongkai([
      ...command.split(' '),
      '--data',
      join(temporaryFolder(), 'none'),
    ]);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/还没有初始化，请先运行|没有这个文件|缺少设置文件/);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  });
});

describe('a server that cannot start', () => {
  it('in a folder that cannot be made ends with 1 and says so', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { code, err } = await gongkai(['trial', '--data', join(file, 'data')]);
    expect(code).toBe(1);
    expect(err).toMatch(/^数据目录 .* 不能建立或写入/);
  });

  it('on a taken port ends with 1, leaves the folder free and says which port', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const folder = temporaryFolder();
    const { code, err } = await gongkai(['trial', '--data', folder, '--port', String(port)]);
    other.close();
    expect(code).toBe(1);
    expect(err).toContain(`端口 ${port} 已被占用`);
    expect(err).not.toMatch(/EADDRINUSE/);
    expect((await gongkai(['tasks', '--data', folder])).code).toBe(0);
  });

  it('beside a running one changes nothing of it', async () => {
    const [folder, port] = [temporaryFolder(), await freePort()];
    await serving(['trial', '--data', folder, '--port', String(port)]);
    const before = readFileSync(join(folder, 'place.json'), 'utf8');
    const { code, err } = await gongkai(['trial', '--data', folder, '--port', String(await freePort())]);
    expect(code).toBe(1);
    expect(err).toContain(`已有服务在运行：http://localhost:${port}`);
    expect(readFileSync(join(folder, 'place.json'), 'utf8')).toBe(before);
  });
});

describe('output nobody reads to its end', () => {
  it('is no crash', async () => {
    const file = join(temporaryFolder(), 'long.txt');
    writeFileSync(file, '县人民政府办公室关于印发实施方案的通知\n'.repeat(20_000));
    const program = fileURLToPath(new URL('../../dist/gongkai.mjs', import.meta.url));
    const child = spawn(process.execPath, [program, 'read', '--json', file, file], { stdio: 'pipe' });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    await once(child, 'exit');
    expect(said).toBe('');
  });
});
