/** Archives that are not what they should be, places that are not empty, imports that were cut short. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportAll } from '@gongkai/cli/archive/export-all.ts';
import { inspect } from '@gongkai/cli/archive/inspect.ts';
import type { Standing } from '@gongkai/cli/archive/standing.ts';
import { readTar, writeTar } from '@gongkai/cli/archive/tar.ts';
import { officialDocuments } from '@gongkai/cli/demo-documents.ts';
import { handIn } from '@gongkai/cli/driver.ts';
import type { TrialPlace } from '@gongkai/cli/trial.ts';
import { openPlace } from '@gongkai/cli/place.ts';
import { standingOf } from '@gongkai/cli/with-place.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { settingsSchema } from '@gongkai/domain/settings.ts';
import { departments } from '@gongkai/functions/shared/organisation.ts';
import { tasks } from '@gongkai/functions/shared/stores.ts';
import { archiveOf, contentOf, importFrom, openMoved, standing } from '../support/archived.ts';
import { openTestTrial, temporaryFolder } from '../support/trial.ts';

const [source] = officialDocuments;
const settings = settingsSchema.parse({
  siteUrl: 'http://localhost:8080',
  portalUrl: 'http://localhost:8080/portal',
});

/** One document waits for its first review. */
async function inReview(): Promise<TrialPlace> {
  const opened = await openTestTrial();
  await opened.place.buildSite();
  await submit(opened);
  await opened.place.settle();
  return opened;
}
const submit = ({ place }: TrialPlace): Promise<string> =>
  handIn(place, {
    clerk: 'civil-affairs-clerk',
    form: {
      title: '通知',
      attribute: 'public',
      catalogueItem: 'policy-documents',
      needsInterpretation: false,
    },
    files: [{ name: '通知.txt', body: Buffer.from(source!.text) }],
  });

/** Open, and without a single item. */
function empty(): Standing & { close: () => Promise<void> } {
  const { place } = emptyPlace();
  return { ...standingOf(place, 'trial'), close: () => place.close() };
}
function emptyPlace() {
  const folder = temporaryFolder();
  const place = openPlace({
    folder,
    settings,
    inboxUrl: 'http://localhost:8080/inbox',
    movableClock: true,
    deliver: () => async () => {},
  });
  return { place, folder };
}

/** The same archive with one entry changed. */
async function changed(file: string, name: RegExp, change: (text: string) => string): Promise<string> {
  const entries: [string, Buffer][] = [];
  await readTar(file, async (entry, chunks) => {
    const bytes: Uint8Array[] = [];
    for await (const chunk of chunks) bytes.push(chunk);
    const body = Buffer.concat(bytes);
    entries.push([entry, name.test(entry) ? Buffer.from(change(body.toString())) : body]);
  });
  const copy = join(temporaryFolder(), 'changed.tar');
  await writeTar(copy, async (add) => {
    for (const [entry, body] of entries) await add(entry, body.length, [body]);
  });
  return copy;
}
/** Why an archive is refused; empty when it is not. */
const refusalOf = (file: string): Promise<string> =>
  inspect(file).then(
    () => '',
    (error: unknown) => (error instanceof InputRefused ? error.message : `not a refusal: ${String(error)}`),
  );
const inputRefused = (message: RegExp) => ({
  name: 'InputRefused',
  message: expect.stringMatching(message) as string,
});

describe('an archive', () => {
  it('is refused when it ends early, wherever it does', async () => {
    const whole = readFileSync(await archiveOf(standing(await inReview())));
    const file = join(temporaryFolder(), 'short.tar');
    for (const part of [0, 0.1, 0.5, 0.9, 0.99]) {
      writeFileSync(file, whole.subarray(0, Math.floor(whole.length * part)));
      expect(await refusalOf(file)).toMatch(/完整的归档|归档.*有误/);
    }
  });

  it('is refused when anything in it was changed', async () => {
    const file = await archiveOf(standing(await inReview()));
    const spoilt: [RegExp, (text: string) => string][] = [
      [/^files\/records\/originals/, (text) => `${text} `],
      [/^files\/public\/index\.html$/, (text) => text.replace('<', '>')],
      [/^items\.jsonl$/, (text) => text.replace('王', '汪')],
      [/^counters\.jsonl$/, (text) => `${text}{"name":"list#site#site","value":9}\n`],
      [/^executions\.jsonl$/, () => ''],
      [/^manifest\.json$/, (text) => text.replace('"lines":', '"lines":1')],
      [/^manifest\.json$/, (text) => text.replace('"version":1', '"version":2')],
      [/^manifest\.json$/, () => '{}'],
    ];
    for (const [name, change] of spoilt)
      expect(await refusalOf(await changed(file, name, change))).toMatch(/有误.*什么都没有导入/);
    await expect(inspect(await changed(file, /^nothing$/, (text) => text))).resolves.toHaveProperty(
      'manifest.unread',
      0,
    );
  });

  it('is refused when a history in it was rewritten, although every hash of a part is right', async () => {
    const opened = await inReview();
    const place = standing(opened);
    const rewritten: Standing = {
      ...place,
      backup: {
        ...place.backup,
        dump: async (options) => {
          const page = await place.backup.dump(options);
          return JSON.parse(JSON.stringify(page).replaceAll('upload-complete', 'approved')) as typeof page;
        },
      },
    };
    const file = await archiveOf(rewritten);
    expect(await refusalOf(file)).toMatch(/document#\w+）的办理记录被改动过/);
  });

  it('is told apart from what is no archive at all', async () => {
    const file = join(temporaryFolder(), 'organisation.json');
    writeFileSync(file, '[]'.repeat(1000));
    expect(await refusalOf(file)).toMatch(/不是 gongkai export --all 导出的文件/);
    expect(await refusalOf(`${file}.missing`)).toMatch(/没有这个文件/);
  });

  it('cannot be written where nothing can be, and leaves nothing half written', async () => {
    const place = standing(await inReview());
    const folder = temporaryFolder();
    await expect(exportAll(place, join(folder, 'at', 'all.tar'))).rejects.toMatchObject(
      inputRefused(/无法写入.*没有这个目录/),
    );
    const failing: Standing = {
      ...place,
      deps: {
        ...place.deps,
        files: { ...place.deps.files, get: () => Promise.reject(new Error('unreadable')) },
      },
    };
    await expect(exportAll(failing, join(folder, 'all.tar'))).rejects.toThrow('unreadable');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says how many uploads nobody has read yet, and leaves them out', async () => {
    const opened = await openTestTrial();
    await submit(opened);
    await opened.place.pump();
    const file = join(temporaryFolder(), 'unread.tar');
    expect(await exportAll(standing(opened), file)).toMatchObject({ unread: 1, executions: 1 });
    const moved = await openMoved(file);
    await moved.place.settle();
    const mails = await moved.trial.outbox();
    expect(mails.map((m) => m.subject)).toEqual([expect.stringContaining('已退回')]);
  });
});

describe('importing', () => {
  it('refuses a place that has something else, and changes nothing there', async () => {
    const file = await archiveOf(standing(await inReview()));
    const other = await openTestTrial();
    const before = contentOf(await inspect(await archiveOf(standing(other))));
    await expect(importFrom(standing(other), file)).rejects.toMatchObject(inputRefused(/已经有别的数据/));
    expect(contentOf(await inspect(await archiveOf(standing(other))))).toEqual(before);
  });

  it('does nothing where the archive came from', async () => {
    const opened = await inReview();
    const file = await archiveOf(standing(opened));
    expect(await importFrom(standing(opened), file)).toMatchObject({ started: 0 });
    expect(contentOf(await inspect(await archiveOf(standing(opened))))).toEqual(
      contentOf(await inspect(file)),
    );
  });

  it('twice is the same as once, also after work has gone on', async () => {
    const moved = await openMoved(await archiveOf(standing(await inReview())));
    const file = await archiveOf(standing(moved));
    const again = await openMoved(file);
    expect(await importFrom(standing(again), file)).toMatchObject({ started: 0, again: true });
    await again.place.settle();
    await again.place.watchClock();
    expect(await importFrom(standing(again), file)).toMatchObject({ started: 0, again: true });
    const open = await tasks(again.place.deps.table).query('tasks-by-attention', {
      partition: 'open',
      limit: 5,
    });
    expect(open.items.map((t) => t.task)).toEqual(['confirm-attribute']);
  });

  it('goes on where it was cut short', async () => {
    const from = await inReview();
    const file = await archiveOf(standing(from));
    const place = empty();
    let puts = 0;
    const failing: Standing = {
      ...place,
      deps: {
        ...place.deps,
        files: {
          ...place.deps.files,
          put: async (...given) => {
            if (++puts === 20) throw new Error('the disk is full');
            return place.deps.files.put(...given);
          },
        },
      },
    };
    await expect(importFrom(failing, file)).rejects.toThrow('the disk is full');
    expect(await importFrom(place, file)).toMatchObject({ started: 1, again: false });
    expect(contentOf(await inspect(await archiveOf(place)))).toEqual(contentOf(await inspect(file)));
    await place.close();
  });

  it('takes a place that was just set up for an empty one', async () => {
    const file = await archiveOf(standing(await inReview()));
    const { place } = emptyPlace();
    await place.buildSite();
    await place.watchClock();
    expect(await importFrom(standingOf(place, 'trial'), file)).toMatchObject({ started: 1 });
    expect((await departments(place.deps.table).need('civil-affairs')).name).toBe('民政局');
    await place.close();
  });

  it('sends the mails that were waiting, and none that had gone out', async () => {
    const opened = await inReview();
    const sent = (await opened.trial.outbox()).length;
    expect(sent).toBeGreaterThan(0);
    const waiting = { id: 'waiting-1', to: 'head@civil-affairs.demo', subject: '等待', text: '正文' };
    const place = standing(opened);
    const withWaiting: Standing = {
      ...place,
      backup: {
        ...place.backup,
        dump: async (options) => {
          const page = await place.backup.dump(options);
          return page.next === undefined
            ? { items: [...page.items, { kind: 'waiting-mail', message: waiting }] }
            : page;
        },
      },
    };
    const moved = await openMoved(await archiveOf(withWaiting));
    await moved.place.settle();
    expect((await moved.trial.outbox()).map((m) => m.id)).toEqual(['waiting-1']);
  });
});
