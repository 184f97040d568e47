import { describe, expect, it } from 'vitest';
import { channelOf, readChannels } from './channel-text.ts';
import { markedList, tickOf } from './signs.ts';

describe('signs', () => {
  it.each(['■', '▲', '☑', '√', '●', ' √ ', '√√', '是', '✓'])('“%s” is chosen', (text) =>
    expect(tickOf(text)).toBe('chosen'),
  );
  it.each(['', '□', '口', '○', '☐', ' ', '/', '×', '无', '—'])('“%s” is not', (text) =>
    expect(tickOf(text)).toBe('empty'),
  );
  it('words say more than a tick', () => expect(tickOf('项目单位')).toEqual({ words: '项目单位' }));

  it('the character 口 is a box where an entry begins, and a character within a word', () => {
    const isName = (name: string): boolean => channelOf(name) !== undefined;
    expect(markedList('■政府网站口政府公报口 窗口公示■户口簿', isName)).toEqual({
      chosen: ['政府网站', '户口簿'],
      empty: ['政府公报', '窗口公示'],
      before: '',
    });
  });
});

describe('channels', () => {
  it.each([
    ['■入户/现场 ■公示栏', ['visit', 'notice-board'], []],
    ['■社区/企事业单位/村公示栏（电子屏） □其他', ['notice-board'], []],
    ['政府网站、政务服务中心、村村响', ['website', 'service-hall'], ['村村响']],
    ['■示范县人民政府门户网站', ['website'], []],
    ['■其他：信用中国 ■其他（微信群）', [], ['信用中国', '微信群']],
    ['□政府网站 □其他', [], []],
  ])('“%s”', (text, channels, others) => expect(readChannels(text)).toMatchObject({ channels, others }));
  it('其他 without a name is noticed', () => expect(readChannels('■政府网站 ■其他____').nameless).toBe(true));
});
