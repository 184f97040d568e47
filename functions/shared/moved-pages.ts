/** Old public addresses that lead on: as data for who can answer 301, and as a page for who serves files alone. */
import { NotFound, WrongState } from '@gongkai/domain/errors.ts';
import { type Actor, append } from '@gongkai/domain/history.ts';
import { movedPagesId, withMove } from '@gongkai/domain/moved-pages.ts';
import { renderMovedPage } from '@gongkai/pages/moved-page.tsx';
import { movedPath } from '@gongkai/pages/paths.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { siteView } from './site-view.ts';
import { movedPages } from './stores.ts';
import { writePage } from './write-page.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;

/** Throws {@link NotFound} where nothing is at the new address, {@link WrongState} where a page is at the old one. */
export async function movePage(deps: Needs, move: { from: string; to: string }, actor: Actor): Promise<void> {
  const store = movedPages(deps.table);
  const known = await store.createOnce({
    kind: 'moved-pages',
    id: movedPagesId,
    version: 0,
    paths: {},
    history: [],
  });
  const paths = withMove(known.value.paths, move);
  if (!(await deps.files.head('public', paths[move.from]!)))
    throw new NotFound(`新地址 ${move.to} 还没有网页。`);
  if (known.value.paths[move.from] === undefined && (await deps.files.head('public', move.from)))
    throw new WrongState(`旧地址 ${move.from} 现在有网页，不能转走。`, 'page');
  const at = deps.clock.now().toISOString();
  await store.update(movedPagesId, (m) => ({
    ...m,
    paths: withMove(m.paths, move),
    history: append(m.history, { at, actor, action: 'page-moved', reason: `${move.from} → ${move.to}` }),
  }));
  await writeMovedPages(deps);
}

export async function writeMovedPages(deps: Needs): Promise<void> {
  const moved = await movedPages(deps.table).get(movedPagesId);
  const paths = moved?.paths ?? {};
  const site = await siteView(deps);
  await writePage(deps.files, movedPath, `${JSON.stringify(paths)}\n`);
  for (const [from, to] of Object.entries(paths))
    await writePage(deps.files, from, renderMovedPage(site, to));
}
