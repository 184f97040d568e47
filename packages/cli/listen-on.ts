/** A server on its port, or a word about the port. */
import type { Server } from 'node:http';
import { InputRefused } from '@gongkai/domain/errors.ts';

/** Throws {@link InputRefused} for a port that cannot be had. */
export async function listenOn(server: Server, port: number): Promise<Server> {
  try {
    return await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, () => resolve(server));
    });
  } catch (error) {
    throw refusedPort[(error as NodeJS.ErrnoException).code ?? '']?.(port) ?? error;
  }
}

const refusedPort: Record<string, (port: number) => InputRefused> = {
  EADDRINUSE: (port) => new InputRefused(`端口 ${port} 已被占用，请用 --port 另选一个，或停止占用它的程序。`),
  EACCES: (port) => new InputRefused(`没有使用端口 ${port} 的权限，请用 --port 另选一个大于 1023 的端口。`),
};
