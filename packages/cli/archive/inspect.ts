/** Looks at a whole archive before anything of it is used: every hash, every line, every history. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { digestChainKind } from '@gongkai/domain/digest.ts';
import { fieldKind } from '@gongkai/domain/catalogue-field.ts';
import { partKind } from '@gongkai/domain/catalogue-part.ts';
import { documentKind } from '@gongkai/domain/document.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { historyEntrySchema, verifies } from '@gongkai/domain/history.ts';
import type { Kind } from '@gongkai/domain/indexes.ts';
import { interpretationKind } from '@gongkai/domain/interpretation.ts';
import { departmentKind } from '@gongkai/domain/organisation.ts';
import { entryKind } from '@gongkai/domain/publication.ts';
import { movedPagesKind } from '@gongkai/domain/moved-pages.ts';
import { reassessmentKind } from '@gongkai/domain/reassessment.ts';
import { sweepKind } from '@gongkai/domain/sweep.ts';
import { taskKind } from '@gongkai/domain/task.ts';
import { isFileKey } from '@gongkai/platform/file-key.ts';
import {
  type ArchivedExecution,
  type ArchivedFile,
  fileEntry,
  itemSchema,
  lineSchemas,
  type Manifest,
  manifestEntry,
  manifestSchema,
  type PartName,
  partNames,
} from './format.ts';
import { linesOf } from './lines.ts';
import { readTar } from './tar.ts';

export interface Inspected {
  manifest: Manifest;
  /** Names this very archive: SHA-256 of its manifest. */
  id: string;
  /** By the name of their entry. */
  files: ReadonlyMap<string, ArchivedFile>;
  executions: readonly ArchivedExecution[];
}

const kinds = new Map<string, Kind<never>>(
  [
    documentKind,
    taskKind,
    departmentKind,
    interpretationKind,
    entryKind,
    reassessmentKind,
    movedPagesKind,
    digestChainKind,
    fieldKind,
    partKind,
    sweepKind,
  ].map((kind) => [kind.name, kind as unknown as Kind<never>]),
);
const withHistory = z.object({ history: z.array(historyEntrySchema) });
const headSchema = z.object({ format: z.literal('gongkai-archive'), version: z.int() });
const longestManifest = 1024 * 1024;

interface Found {
  sha256: string;
  size: number;
  lines: number;
}

/** Throws {@link InputRefused}. */
export async function inspect(file: string): Promise<Inspected> {
  const found = new Map<string, Found>();
  const files = new Map<string, ArchivedFile>();
  const executions: ArchivedExecution[] = [];
  let manifest: Buffer | undefined;
  await readTar(file, async (name, chunks) => {
    if (found.has(name)) throw refused(file, `“${name}”出现了两次`);
    const hashed = hashing(chunks);
    let lines = 0;
    if (name === manifestEntry) manifest = await bytesOf(hashed.chunks, longestManifest, file);
    else if (isPart(name))
      for await (const line of linesOf(hashed.chunks)) {
        lines++;
        const value = check(file, name, lines, line);
        if (name === 'files.jsonl') files.set(fileEntry(value as ArchivedFile), value as ArchivedFile);
        if (name === 'executions.jsonl') executions.push(value as ArchivedExecution);
      }
    else if (name.startsWith('files/')) await drain(hashed.chunks);
    else throw refused(file, `有不认识的内容“${name}”`);
    found.set(name, { ...hashed.result(), lines });
  });
  if (!manifest) throw refused(file, '没有清单');
  const parsed = parseManifest(file, manifest);
  compare(file, parsed, found, files);
  return {
    manifest: parsed,
    id: createHash('sha256').update(manifest).digest('hex'),
    files,
    executions,
  };
}

const isPart = (name: string): name is PartName => Object.hasOwn(lineSchemas, name);

function check(file: string, name: PartName, line: number, text: string): unknown {
  const where = `${name} 第 ${line} 行`;
  const value = lineSchemas[name].safeParse(parseJson(text));
  if (!value.success) throw refused(file, `${where}不符合格式`);
  if (name === 'items.jsonl') checkItem(file, where, itemSchema.parse(value.data));
  if (name === 'files.jsonl' && !isFileKey((value.data as ArchivedFile).key))
    throw refused(file, `${where}的文件名不合规定`);
  return value.data;
}

/** What the product would refuse to read must not get in, nor a history somebody has rewritten. */
function checkItem(file: string, where: string, { key, version, value }: z.infer<typeof itemSchema>): void {
  const kind = kinds.get(key.slice(0, key.indexOf('#')));
  try {
    kind?.parse({ ...value, version });
  } catch {
    throw refused(file, `${where}（${key}）不符合格式`);
  }
  const { data } = withHistory.safeParse(value);
  if (data && !verifies(data.history)) throw refused(file, `${where}（${key}）的办理记录被改动过`);
}

function parseManifest(file: string, bytes: Buffer): Manifest {
  const value = parseJson(bytes.toString('utf8'));
  const head = headSchema.safeParse(value);
  if (!head.success) throw refused(file, '清单不符合格式');
  const manifest = manifestSchema.safeParse(value);
  if (manifest.success) return manifest.data;
  throw refused(file, `清单是第 ${head.data.version} 版格式，这个程序读不了；请用导出它的那个版本的程序导入`);
}

function compare(
  file: string,
  { parts }: Manifest,
  found: ReadonlyMap<string, Found>,
  files: ReadonlyMap<string, ArchivedFile>,
): void {
  for (const name of partNames) {
    const part = found.get(name);
    if (part?.sha256 !== parts[name].sha256 || part.lines !== parts[name].lines)
      throw refused(file, `“${name}”与清单不符`);
  }
  for (const [name, { sha256, size }] of files) {
    const stored = found.get(name);
    if (stored?.sha256 !== sha256 || stored.size !== size) throw refused(file, `文件“${name}”与清单不符`);
  }
  for (const name of found.keys())
    if (name.startsWith('files/') && !files.has(name)) throw refused(file, `清单里没有文件“${name}”`);
}

/** The same bytes, and afterwards their hash. */
function hashing(chunks: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  let size = 0;
  return {
    chunks: (async function* () {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    })(),
    result: () => ({ sha256: hash.digest('hex'), size }),
  };
}

async function drain(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const iterator = chunks[Symbol.asyncIterator]();
  while (!(await iterator.next()).done);
}

export async function bytesOf(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
  file: string,
): Promise<Buffer> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw refused(file, '有一部分比清单写的长');
    read.push(chunk);
  }
  return Buffer.concat(read);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const refused = (file: string, why: string): InputRefused =>
  new InputRefused(`归档 ${file} 有误：${why}。什么都没有导入，请换一份完整的归档。`);
