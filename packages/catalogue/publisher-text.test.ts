import { describe, expect, it } from 'vitest';
import { createPublisherReader } from './publisher-text.ts';

const read = createPublisherReader(
  [
    ['civil-affairs', '民政局'],
    ['human-resources', '人力资源和社会保障局'],
    ['housing', '住房和城乡建设局'],
    ['urban', '城市管理综合执法局'],
    ['market', '市场监督管理局'],
    ['ecology', '市生态环境局示范分局', '生态环境分局'],
    ['office', '示范县人民政府办公室', '县政府办'],
    ['education', '教育体育局'],
  ].map(([id, name, ...aliases]) => ({ id: id!, name: name!, aliases })),
);

describe('公开主体', () => {
  it.each([
    ['民政局', ['civil-affairs']],
    ['县民政局', ['civil-affairs']],
    ['示范县民政局、住建局', ['civil-affairs', 'housing']],
    ['人社局', ['human-resources']],
    ['县市场监管局', ['market']],
    ['民政部门', ['civil-affairs']],
    ['市生态环境局示范分局', ['ecology']],
    ['生态环境分局', ['ecology']],
    ['民政局和教育体育局', ['civil-affairs', 'education']],
    ['县政府办', ['office']],
    ['县民政局、各乡镇（街道）', ['civil-affairs', null]],
    ['乡镇人民政府\n街道办事处', [null, null]],
  ])('%s', (text, ids) => {
    const { publishers, unknown, ambiguous } = read(text);
    expect([publishers.map((p) => p.department), unknown, ambiguous]).toEqual([ids, [], []]);
  });
  it.each(['水务局', '相关部门', '局'])('“%s” is nobody', (text) =>
    expect(read(text)).toMatchObject({ publishers: [], unknown: [text] }),
  );
  it('one name for two departments is asked back', () => {
    const both = createPublisherReader([
      { id: 'a', name: '城市管理局', aliases: [] },
      { id: 'b', name: '城乡管理局', aliases: [] },
    ]);
    expect(both('城管局').ambiguous).toEqual(['城管局']);
  });
});
