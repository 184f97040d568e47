/** Upload to visible: a 22 KB Chinese text and an attachment, three reviews answered by script. */
import { documents } from '@gongkai/functions/shared/stores.ts';
import { decideTask } from '@gongkai/functions/shared/decide.ts';
import { loadOrganisation } from '@gongkai/functions/shared/organisation.ts';
import { tasks } from '@gongkai/functions/shared/stores.ts';
import { handIn } from '@gongkai/cli/driver.ts';
import type { Place } from '@gongkai/cli/place.ts';
import { openTrial } from '@gongkai/cli/trial.ts';

export interface JourneyFigures {
  documents: number;
  concurrency: number;
  documentsPerSecond: number;
  uploadToVisibleMs: { p50: number; p99: number };
  memoryMb: number;
}

const paragraph =
  '各乡镇人民政府要切实加强组织领导，明确责任分工，按照时间节点推进各项工作，确保政策落到实处。';
/** 22 KB of UTF-8. */
const text = (i: number): string =>
  [
    `示政办发〔2026〕${i + 1}号`,
    `示范县人民政府办公室关于第${i + 1}项工作的通知`,
    '各乡镇人民政府：',
    ...Array.from({ length: 160 }, (_, n) => `${n + 1}. ${paragraph}`),
    '示范县人民政府办公室',
    '2026年9月14日',
    '（此件公开发布）',
  ].join('\n');

export async function benchJourney(
  folder: string,
  { documents: count, concurrency }: { documents: number; concurrency: number },
): Promise<JourneyFigures> {
  const { place } = await openTrial(folder, 8080);
  await place.buildSite();
  place.workflow.run();
  const took: number[] = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (next < count) took.push(await oneDocument(place, next++));
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  await place.mail.flush();
  const memoryMb = Math.round(process.memoryUsage.rss() / 1_048_576);
  await place.close();
  took.sort((a, b) => a - b);
  return {
    documents: count,
    concurrency,
    documentsPerSecond: round(count / seconds),
    uploadToVisibleMs: {
      p50: round(took[Math.floor(count / 2)]!),
      p99: round(took[Math.floor(count * 0.99)]!),
    },
    memoryMb,
  };
}

async function oneDocument(place: Place, i: number): Promise<number> {
  const started = performance.now();
  const id = await handIn(place, {
    clerk: 'civil-affairs-clerk',
    form: { title: '', attribute: 'public', catalogueItem: 'policy-documents', needsInterpretation: false },
    files: [
      { name: '正文.txt', body: Buffer.from(text(i)) },
      { name: '附件.txt', body: Buffer.from(`附件 ${i}\n${paragraph}`) },
    ],
  });
  for (const kind of ['confirm-attribute', 'secrecy-review', 'publication-review'])
    await approve(place, id, kind);
  for (;;) {
    const document = await documents(place.deps.table).need(id);
    if (document.publication && (await place.deps.files.head('public', document.publication.path)))
      if (await listed(place, document.publication.path)) return performance.now() - started;
    await tick();
  }
}

async function approve(place: Place, documentId: string, kind: string): Promise<void> {
  for (;;) {
    const task = await tasks(place.deps.table).get(`${documentId}-1-${kind}-1`);
    if (task) {
      const person = (await loadOrganisation(place.deps)).person(task.links[0]!.person)!;
      await decideTask(place.deps, {
        taskId: task.id,
        person,
        outcome: 'approve',
        contentHash: task.contentHash,
      });
      return;
    }
    await tick();
  }
}

/** Visible means: on the list's first page or, when many others came since, on its archive pages. */
async function listed(place: Place, path: string): Promise<boolean> {
  const page = await place.deps.files.get('public', 'columns/policies/index.html');
  if (page && Buffer.from(page.body).includes(path)) return true;
  const item = await documents(place.deps.table).need(path.replace(/^documents\/|\.html$/g, ''));
  const archive = Math.ceil(item.publication!.columnNumber / 20);
  const archived = await place.deps.files.get('public', `columns/policies/page-${archive}.html`);
  return archived !== undefined && Buffer.from(archived.body).includes(path);
}

/** The script must not take the processor from what it measures. */
const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
export const round = (n: number): number => Math.round(n * 10) / 10;
