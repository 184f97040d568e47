import type { Publication } from '@gongkai/domain/publication.ts';

/**
 * Writes what the query says, asks again, and writes anew while the answer differs: of two concurrent writers
 * the one that saw less always finds out.
 */
export async function writeUntilSettled(
  read: () => Promise<Publication[]>,
  write: (listed: Publication[]) => Promise<unknown>,
): Promise<void> {
  let listed = await read();
  for (;;) {
    await write(listed);
    const again = await read();
    if (signature(again) === signature(listed)) return;
    listed = again;
  }
}
const signature = (listed: readonly Publication[]): string =>
  listed.map((e) => `${e.path} ${e.changedAt ?? ''}`).join('\n');
