import { describe, expect, it } from 'vitest';
import { indexRows, propose } from './proposals.ts';

const rows = [
  { id: 'care', name: '养老服务', text: '高龄津贴 敬老院 日间照料' },
  { id: 'aid', name: '社会救助', text: '最低生活保障 临时救助 特困人员' },
  { id: 'school', name: '义务教育', text: '招生入学 学区划分 控辍保学' },
  { id: 'guide', name: '社会救助·办事指南', text: '申请材料 办理流程' },
];
const index = indexRows(rows);

describe('proposing rows for a document', () => {
  it.each([
    ['关于发放高龄津贴的通知', '各敬老院要做好服务。', 'care', ['高龄津贴', '敬老院']],
    ['关于提高最低生活保障标准的通知', '特困人员同步提高。', 'aid', ['最低生活保障', '特困人员']],
    ['关于2026年秋季招生入学工作的通知', '按学区划分。', 'school', ['招生入学', '学区划分']],
  ])('%s', (title, text, id, words) => {
    const [first] = propose(index, title, text);
    expect(first!.id).toBe(id);
    expect(first!.because).toEqual(expect.arrayContaining(words));
  });

  it('offers at most three, and none where nothing speaks for one', () => {
    expect(propose(index, '社会救助养老服务义务教育办事指南', '').length).toBe(3);
    expect(propose(index, '各单位请按要求进行有关工作', '')).toEqual([]);
  });

  it('hears the title more than the text', () =>
    expect(propose(index, '关于临时救助的通知', '敬老院和学区划分另行通知。')[0]!.id).toBe('aid'));

  it('takes rows as they come: the living catalogue can be given', () =>
    expect(propose(indexRows([]), '关于救助的通知', '')).toEqual([]));
});
