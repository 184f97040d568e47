import { describe, expect, it } from 'vitest';
import { lineBlocks } from './blocks.ts';
import { findMetadata } from './metadata.ts';

const metadataOf = (...lines: string[]) => findMetadata(lineBlocks(lines.join('\n'))).metadata;
const body = ['各乡镇人民政府：', '现将有关事项通知如下。'];
const end = ['示范县民政局', '2026年9月1日', '（此件公开发布）'];

describe('the title', () => {
  it.each([
    [['示范县民政局文件', '示民发〔2026〕1号', '示范县民政局关于做好', '养老服务工作的通知']],
    [['示范县民政局', '关于做好养老服务工作的通知']],
    [['特急', '示范县民政局文件', '示民发〔2026〕1号', '示范县民政局', '关于做好养老服务', '工作的通知']],
    [['示范县民政局关于做好养老服务工作的通知', '示民发〔2026〕1号']],
    [['示范县民政局文', '件', '示民发〔2026〕1号', '示范县民政局关于做好养老服务工作的 通 知']],
  ])('is put together from its lines: %j', (head) => {
    expect(metadataOf(...head, ...body, ...end).title).toBe('示范县民政局关于做好养老服务工作的通知');
  });

  it('may end in brackets, and may be of a kind that others issue', () => {
    expect(metadataOf('关于养老服务的意见（试行）', ...body).title).toBe('关于养老服务的意见（试行）');
    expect(metadataOf('示范县养老服务补贴办法', ...body).title).toBe('示范县养老服务补贴办法');
  });

  it('is not found in a line of 10,000 characters', () => {
    expect(metadataOf(`${'关于'.repeat(5000)}的通知`, ...body).title).toBeNull();
  });
});

describe('date and issuer', () => {
  it('are those of the signature, not of what is forwarded or printed', () => {
    const found = metadataOf(
      '示范县民政局关于转发养老服务办法的通知',
      ...body,
      ...end,
      '养老服务办法',
      '第一条 为了规范养老服务。',
      '临江市民政局',
      '2026年7月1日',
      '抄送：县财政局。',
      '示范县民政局办公室  2026年9月5日印发',
    );
    expect(found).toMatchObject({ issuer: '示范县民政局', writtenDate: '2026-09-01', mark: 'public' });
  });

  it('names every body of a joint document', () => {
    const found = metadataOf('关于养老服务的通知', ...body, '示范县民政局', '示范县财政局', '2026年9月1日');
    expect(found.issuer).toBe('示范县民政局、示范县财政局');
  });

  it('falls back on the red head where only a seal signs', () => {
    const found = metadataOf(
      '示范县财政局文件',
      '示财发〔2026〕1号',
      '关于预算的通知',
      ...body,
      '2026年9月1日',
    );
    expect(found).toMatchObject({ issuer: '示范县财政局', writtenDate: '2026-09-01' });
  });
});

describe('the mark', () => {
  it('below the date wins over everything a text says about marks', () => {
    const found = metadataOf(
      '关于规范公开属性的通知',
      ...body,
      '公文须标识“此件公开发布”或者“此件不公开”。',
      '示范县民政局',
      '2026年9月1日',
      '（此件依申请公开）',
      '附件1：',
      '（此件不公开）',
    );
    expect(found.mark).toBe('on-request');
  });

  it('may stand above the imprint, behind the annexes', () => {
    const found = metadataOf(
      '关于养老的通知',
      ...body,
      '示范县民政局',
      '2026年9月1日',
      '附件1',
      '名单',
      '公开方式：主动公开',
      '抄送：县财政局。',
    );
    expect(found.mark).toBe('public');
  });

  it('is reported when there is more than one', () => {
    const blocks = lineBlocks(
      ['关于养老的通知', ...body, ...end, '公开属性：不予公开', '抄送：县财政局。'].join('\n'),
    );
    expect(findMetadata(blocks)).toMatchObject({ metadata: { mark: 'public' } });
    expect(findMetadata(blocks).problems.join()).toContain('互相矛盾');
  });

  it('is missing when it is only mentioned', () => {
    expect(metadataOf('关于养老的通知', ...body, '本件属于“此件不公开”类型。').mark).toBeNull();
  });
});
