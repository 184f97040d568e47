import { describe, expect, it } from 'vitest';
import type { Publication } from '@gongkai/domain/publication.ts';
import { memoryDeps } from '../../test/support/memory-deps.ts';
import { jobsFor, pathsOf } from './list-jobs.ts';
import { enterLists, leaveLists, writeJob } from './lists.ts';

const publication: Publication = {
  path: 'documents/d1.html',
  title: '通知',
  documentNumber: null,
  indexNumber: '990101-MZJ-2026-00001',
  department: 'civil-affairs',
  column: 'policies',
  publishedAt: '2026-03-02T01:00:00.000Z',
  summary: '',
  siteNumber: 51,
  columnNumber: 21,
  departmentNumber: 1,
};

const setUp = () => {
  const deps = memoryDeps();
  const written: string[] = [];
  const put = deps.files.put.bind(deps.files);
  deps.files.put = async (area, key, ...rest) => {
    written.push(key);
    await put(area, key, ...rest);
  };
  return { deps, written };
};

describe('the jobs of a publication', () => {
  it('are one for each list and page of an archive it stands in, and one for the sitemap', () => {
    expect(jobsFor(publication)).toEqual([
      'newest site site',
      'archive site site 3',
      'newest column policies',
      'archive column policies 2',
      'newest department civil-affairs',
      'archive department civil-affairs 1',
      'sitemap 2',
    ]);
  });

  it.each(jobsFor(publication))('“%s” writes exactly the files it is told to be late with', async (job) => {
    const { deps, written } = setUp();
    await writeJob(deps, job);
    expect(new Set(written)).toEqual(new Set(pathsOf(job)));
  });

  it('wait where a place writes behind, but not when something leaves', async () => {
    const { deps, written } = setUp();
    const asked: string[] = [];
    const done: string[] = [];
    deps.behind = {
      ask: async (jobs) => void asked.push(...jobs),
      now: async (job) => void done.push(job),
    };
    await enterLists(deps, 'd1', publication);
    expect([asked, done, written]).toEqual([jobsFor(publication), [], []]);
    await leaveLists(deps, 'd1', publication);
    expect(done).toEqual(jobsFor(publication));
  });
});
