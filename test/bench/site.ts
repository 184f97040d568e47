/**
 * The public site with more and more documents: writing one document's pages and lists, making the whole site again,
 * and checking it. What grows with the number of documents would show in the first of these.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openTrial } from '@gongkai/cli/trial.ts';
import type { Place } from '@gongkai/cli/place.ts';
import { system } from '@gongkai/domain/history.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { officialDocuments } from '@gongkai/cli/demo-documents.ts';
import { checkSite, rebuildSite } from '@gongkai/functions/shared/check-site.ts';
import { originalKey, saveText } from '@gongkai/functions/shared/findings-file.ts';
import { enterLists } from '@gongkai/functions/shared/lists.ts';
import { nextListNumbers } from '@gongkai/functions/shared/numbering.ts';
import { documents, entries } from '@gongkai/functions/shared/stores.ts';
import { writeDocumentPages } from '@gongkai/functions/shared/write-document-pages.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { round } from './journey.ts';

export interface SiteFigures {
  documents: number;
  files: number;
  /** One more document: its pages, then the lists, feeds and sitemap it enters; median. */
  pagesMs: number;
  listsMs: number;
  rebuildSeconds: number;
  rebuildPerSecond: number;
  /** Of the processor, which other work on the machine does not stretch. */
  rebuildCpuSeconds: number;
  checkSeconds: number;
  checkCpuSeconds: number;
}

type Published = GovDocument & { publication: Publication };

const departments = ['civil-affairs', 'finance', 'health', 'agriculture', 'education-sports'];
const columns = ['policies', 'social-assistance', 'health', 'budgets', 'farm-subsidies'];
const source = officialDocuments.find((d) => d.id === 'care-allowance')!;
const body = Buffer.from(source.text.repeat(8));
const sha256 = createHash('sha256').update(body).digest('hex');

/** `sizes` in rising order; the same place grows from one to the next. */
export async function benchSite(folder: string, sizes: readonly number[]): Promise<SiteFigures[]> {
  const { place } = await openTrial(join(folder), 8080, {}, new Date('2026-09-21T01:00:00Z'));
  await place.buildSite();
  await place.deps.files.put('records', originalKey(sha256), body, {
    contentType: 'application/octet-stream',
  });
  const figures: SiteFigures[] = [];
  let made = 0;
  try {
    for (const size of sizes) {
      for (; made < size; made++) await record(place, made);
      figures.push(await measure(place, size, () => record(place, made++)));
    }
  } finally {
    await place.close();
  }
  return figures;
}

async function measure(place: Place, size: number, another: () => Promise<Published>): Promise<SiteFigures> {
  const rebuild = await timed(() => rebuildSite(place.deps));
  const check = await timed(() => checkSite(place.deps));
  const pages: number[] = [];
  const lists: number[] = [];
  for (let i = 0; i < 20; i++) {
    const document = await another();
    pages.push((await timed(() => writeDocumentPages(place.deps, document))).ms);
    lists.push((await timed(() => enterAndWrite(place, document))).ms);
  }
  return {
    documents: size,
    files: rebuild.value,
    pagesMs: median(pages),
    listsMs: median(lists),
    rebuildSeconds: round(rebuild.ms / 1000),
    rebuildPerSecond: Math.round(size / (rebuild.ms / 1000)),
    rebuildCpuSeconds: round(rebuild.cpuMs / 1000),
    checkSeconds: round(check.ms / 1000),
    checkCpuSeconds: round(check.cpuMs / 1000),
  };
}

async function enterAndWrite({ deps, settle }: Place, document: Published): Promise<void> {
  await enterLists(deps, document.id, document.publication);
  await deps.files.get('public', 'all/index.html');
  await settle();
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number; cpuMs: number }> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system: kernel } = process.cpuUsage(before);
  return { value, ms: performance.now() - started, cpuMs: (user + kernel) / 1000 };
}

const median = (values: number[]): number => round(values.toSorted((a, b) => a - b)[values.length >> 1]!);

/** A published document as the workflow leaves it, without the workflow. */
async function record({ deps }: Place, number: number): Promise<Published> {
  const id = `bench${String(number).padStart(8, '0')}`;
  const department = departments[number % departments.length]!;
  const column = columns[number % columns.length]!;
  const at = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();
  const publication: Publication = {
    path: `documents/${id}.html`,
    title: `${source.expected.title}（第${number}号）`,
    documentNumber: `示政办发〔2026〕${number}号`,
    indexNumber: `990101-MZJ-2026-${number}`,
    department,
    column,
    publishedAt: at,
    summary: '为落实国家和省关于养老服务的部署，让高龄老年人及时足额领到津贴，现将有关事项通知如下。',
    ...(await nextListNumbers(deps, column, department)),
  };
  const document: Published = {
    kind: 'document',
    id,
    version: 0,
    revision: 1,
    state: 'published',
    department,
    author: 'clerk',
    title: publication.title,
    declared: { attribute: 'public', catalogueItem: 'policy-documents', needsInterpretation: false },
    files: [{ slot: 0, name: source.fileName, size: body.length, sha256, type: 'txt', arrived: true }],
    metadata: { ...source.expected, mark: 'public' },
    attribute: 'public',
    approvals: [],
    cuts: [],
    dismissed: [],
    publication,
    interpretations: [],
    createdAt: at,
    updatedAt: at,
    history: [{ at, actor: system, action: 'published', previous: '', hash: '' }],
  };
  await saveText(deps.files, id, 1, {
    files: [
      {
        slot: 0,
        name: source.fileName,
        type: 'txt',
        blocks: body
          .toString()
          .split('\n')
          .map((text) => ({ text, kind: 'paragraph' })),
        hidden: [],
      },
    ],
    found: {},
    problems: [],
  });
  await documents(deps.table).createOnce(document);
  await entries(deps.table).createOnce({ kind: 'entry', id, version: 0, publication });
  return document;
}
