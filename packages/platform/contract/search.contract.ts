/** What every place's search answers. */
import { describe, expect, it } from 'vitest';
import type { Files, Search, SearchQuery } from '../ports.ts';
import { type SearchDocument, type SearchEntry, searchEntryKey } from '../search/entry.ts';

export interface SearchUnderTest {
  search: Search;
  /** Where the search entries are written. */
  files: Pick<Files, 'put'>;
  /** Until what was written can be seen. */
  settled: () => Promise<void>;
}

let running = 0;
const document = (title: string, more: Partial<SearchDocument> = {}): SearchDocument => {
  const id = `d${++running}`;
  return {
    id,
    title,
    documentNumber: null,
    text: `${title}\n正文。`,
    department: 'civil-affairs',
    column: 'policies',
    kind: '通知',
    year: 2026,
    validity: 'in-force',
    publishedAt: new Date(Date.UTC(2026, 0, running)).toISOString(),
    path: `documents/${id}.html`,
    summary: '',
    ...more,
  };
};

export function searchContract(open: () => Promise<SearchUnderTest>): void {
  describe('a search', () => {
    const filled = async (documents: readonly SearchDocument[]) => {
      const { search, files, settled } = await open();
      const put = (d: SearchEntry) =>
        files.put('records', searchEntryKey(d.id), Buffer.from(JSON.stringify(d)), {
          contentType: 'application/json',
        });
      const remove = (id: string) => put({ id, gone: true });
      for (const d of documents) await put(d);
      await settled();
      const ask = (words: string, more: Partial<SearchQuery> = {}) =>
        search.find({ words, only: {}, sort: 'relevance', limit: 20, offset: 0, ...more });
      const titles = async (words: string, more: Partial<SearchQuery> = {}) =>
        (await ask(words, more)).hits.map((h) => h.title.join(''));
      return { put, remove, settled, ask, titles };
    };
    const allowance = document('关于发放高龄津贴的通知', {
      documentNumber: '示政办发〔2026〕12号',
      text: '年满80周岁的老年人可以到孟定镇便民服务中心申请。ＡＢＣ2026',
    });
    const subsidy = document('关于农机购置补贴的公告', {
      department: 'agriculture',
      kind: '公告',
      year: 2025,
      validity: 'repealed',
    });

    it.each([
      ['a word of the title', '津贴'],
      ['a word of the text, also one no dictionary has', '孟定'],
      ['several words in any order', '申请 高龄'],
      ['a single character', '孟'],
      ['full-width letters, whatever the case', 'abc2026'],
      ['its document number', '示政办发〔2026〕12号'],
      ['its number in other brackets', '示政办发[2026]12'],
      ['its number with 第 and a zero', '示政办发2026年第012号'],
      ['year and number alone', '〔2026〕12号'],
      ['initials of its title', 'gljt'],
      ['its title spelled', 'gaolingjintie'],
    ])('finds by %s', async (_, words) => {
      const { titles } = await filled([allowance, subsidy]);
      expect(await titles(words)).toEqual([allowance.title]);
    });

    it.each(['低保', '2026年99号', '"', '*', 'AND', '🙂', '津 贴补'])(
      'finds nothing for %j',
      async (words) => {
        const { ask } = await filled([allowance]);
        expect(await ask(words)).toMatchObject({ total: 0, hits: [] });
      },
    );

    it('says how it is written when it was typed by sound', async () => {
      const { ask } = await filled([allowance, subsidy]);
      const answer = await ask('高令津帖');
      expect(answer.hits.map((h) => h.id)).toEqual([allowance.id]);
      expect(answer.instead).toEqual({ by: 'sound', suggestion: '高龄津贴' });
    });

    it('finds by most of the words when no document has all, and says so', async () => {
      const { ask } = await filled([allowance, subsidy]);
      const answer = await ask('高龄 津贴 养老院');
      expect(answer.hits.map((h) => h.id)).toEqual([allowance.id]);
      expect(answer.instead).toEqual({ by: 'some-words' });
    });

    it('marks what was found in title and text', async () => {
      const { ask } = await filled([allowance]);
      const [byTitle] = (await ask('高龄津贴')).hits;
      expect(byTitle!.title).toEqual(['关于发放', '高龄津贴', '的通知']);
      const [byText] = (await ask('便民服务')).hits;
      expect(byText!.excerpt[1]).toBe('便民服务');
      expect(byText!.excerpt.join('')).toContain('孟定镇便民服务中心');
    });

    it('puts the whole word in a title before its characters in a text', async () => {
      const scattered = document('关于其他事项的通知', {
        text: '津贴与高龄老人、高龄人员。'.repeat(20),
      });
      const { titles } = await filled([scattered, allowance]);
      expect((await titles('高龄津贴'))[0]).toBe(allowance.title);
    });

    it('counts by department, column, kind, year and validity, and narrows to one of each', async () => {
      const { ask, titles } = await filled([allowance, subsidy]);
      const { facets, total } = await ask('关于');
      expect(total).toBe(2);
      expect(facets.department).toEqual(
        expect.arrayContaining([
          { value: 'civil-affairs', count: 1 },
          { value: 'agriculture', count: 1 },
        ]),
      );
      expect(facets.year).toEqual(expect.arrayContaining([{ value: '2025', count: 1 }]));
      for (const only of [
        { department: 'agriculture' },
        { year: '2025' },
        { kind: '公告' },
        { validity: 'repealed' },
      ])
        expect(await titles('关于', { only })).toEqual([subsidy.title]);
      expect(await titles('关于', { only: { department: 'agriculture', year: '2026' } })).toEqual([]);
    });

    it('lists everything, the newest first, when nothing is asked; and by date when told', async () => {
      const { titles } = await filled([allowance, subsidy]);
      expect(await titles('')).toEqual([subsidy.title, allowance.title]);
      expect(await titles('关于', { sort: 'date' })).toEqual([subsidy.title, allowance.title]);
    });

    it('goes on page by page', async () => {
      const many = Array.from({ length: 5 }, (_, i) => document(`第${i}号公告事项`));
      const { titles } = await filled(many);
      const pages = await Promise.all(
        [0, 2, 4].map((offset) => titles('公告事项', { sort: 'date', limit: 2, offset })),
      );
      expect(pages.flat()).toEqual(many.map((d) => d.title).toReversed());
    });

    it('forgets what was removed, and shows what was put anew once, as it is now', async () => {
      const { put, remove, settled, titles } = await filled([allowance, subsidy]);
      await remove(subsidy.id);
      await remove('never-there');
      await put({ ...allowance, title: '关于调整高龄津贴的通知' });
      await settled();
      expect(await titles('关于')).toEqual(['关于调整高龄津贴的通知']);
      expect(await titles('发放')).toEqual([]);
    });

    it('keeps text that looks like a page, half a character and a long one as text', async () => {
      const odd = document('<script>alert(1)</script>关于甲乙\ud800丙丁的通知', {
        text: '长'.repeat(200_000),
      });
      const { titles } = await filled([odd]);
      expect((await titles('甲乙'))[0]).toContain('<script>');
    });
  });
}
