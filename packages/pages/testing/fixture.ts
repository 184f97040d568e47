/** A county with documents, for tests. */
import { openToAll } from '@gongkai/domain/catalogue-item.ts';
import { fieldColumn, generalColumns } from '@gongkai/domain/catalogue.ts';
import { seedFields } from '@gongkai/domain/catalogue-seed.ts';
import type { ProfileContent } from '@gongkai/domain/profile.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { settingsSchema } from '@gongkai/domain/settings.ts';
import { blocksOfLines } from '../text-blocks.ts';
import type { ItemView } from '../item-page.tsx';
import type { DocumentView, InterpretationView, ListView, PreviewView, SiteView } from '../views.ts';

export const site: SiteView = {
  settings: settingsSchema.parse({
    siteUrl: 'https://www.example.gov.cn/xxgk',
    portalUrl: 'https://www.example.gov.cn/portal',
  }),
  columns: [...generalColumns, ...seedFields.map(fieldColumn)],
  departments: [
    { id: 'county-office', name: '示范县人民政府办公室' },
    { id: 'civil-affairs', name: '示范县民政局' },
    { id: 'finance', name: '示范县财政局' },
  ],
};

/** 机构职能 of the finance department. */
export const profileContent: ProfileContent = {
  duties: '编制县级预算。',
  structure: '预算股。',
  address: '西街8号',
  hours: '工作日',
  phone: '0990-6120005',
  otherContact: '',
  leaders: [{ post: '局长', name: '王负责' }],
};

export const publication = (number: number, changes: Partial<Publication> = {}): Publication => ({
  path: `documents/d${number}.html`,
  title: `示范县民政局关于做好第${number}批困难群众救助工作的通知`,
  documentNumber: `示民发〔2026〕${number}号`,
  indexNumber: `990101-MZJ-2026-${number}`,
  department: 'civil-affairs',
  column: 'social-assistance',
  publishedAt: new Date(Date.UTC(2026, 0, 1, 16, number)).toISOString(),
  summary: `第${number}批困难群众救助的对象、标准和发放时间。`,
  siteNumber: number,
  columnNumber: number,
  departmentNumber: number,
  ...changes,
});

/** A list with the entries that have these running numbers, newest first. */
export const list = (first: number, last: number, changes: Partial<ListView> = {}): ListView => ({
  kind: 'column',
  id: 'social-assistance',
  name: '社会救助',
  description: '社会救助领域应当公开的信息。',
  entries: Array.from({ length: last - first + 1 }, (_, i) => publication(last - i)),
  archivePages: 0,
  updatedAt: '2026-03-02T08:00:00.000Z',
  ...changes,
});

export const documentView = (changes: Partial<DocumentView> = {}): DocumentView => ({
  id: 'd7',
  publication: publication(7),
  departmentName: '示范县民政局',
  columnName: '社会救助',
  attributeName: '主动公开',
  issuer: '示范县民政局',
  writtenDate: '2026-01-01',
  subjectClass: '民政、扶贫、救灾',
  effectiveDate: '2026-02-01',
  expiryDate: '2031-01-31',
  term: '5年',
  keywords: ['社会救助', '最低生活保障'],
  validity: null,
  posting: null,
  replaces: [{ path: 'documents/d3.html', title: publication(3).title }],
  text: blocksOfLines([
    '各乡、镇人民政府：',
    '现将有关事项通知如下。',
    '一、救助对象',
    '（一）最低生活保障对象',
    '2026年1月1日',
  ]),
  redacted: false,
  scanned: false,
  attachments: [
    {
      path: 'files/d7/0123456789abcdef/1.xlsx',
      name: '附件1.救助标准.xlsx',
      size: 34_816,
      preview: 'files/d7/0123456789abcdef/1.html',
    },
  ],
  interpretations: [{ path: 'interpretations/i1.html', title: '一图读懂困难群众救助' }],
  ...changes,
});

export const itemView = (changes: Partial<ItemView> = {}): ItemView => ({
  field: { id: 'social-assistance', name: '社会救助' },
  item: {
    ...openToAll,
    id: 'social-assistance-0a1b2c3d',
    department: 'civil-affairs',
    since: '2026-01-01',
    first: '综合业务',
    second: '监督检查',
    content: '监督检查制度；社会救助监督检查电话',
    basis: '《社会救助暂行办法》',
    limit: { text: '信息形成后20个工作日内', understood: true },
    publishers: [{ name: '县民政局', department: 'civil-affairs' }],
    groups: '',
  },
  today: '2026-03-02',
  list: list(7, 7, {
    kind: 'item',
    id: 'social-assistance-0a1b2c3d',
    name: '综合业务·监督检查',
    description: '“社会救助”领域公开事项：综合业务·监督检查。',
  }),
  ...changes,
});

export const interpretationView = (changes: Partial<InterpretationView> = {}): InterpretationView => ({
  publication: publication(8, {
    path: 'interpretations/i1.html',
    column: 'interpretations',
    documentNumber: null,
  }),
  departmentName: '示范县民政局',
  form: 'text',
  contact: '示范县民政局社会救助科，0000-0000000',
  text: blocksOfLines(['一、背景依据', '为保障困难群众基本生活，制定本通知。']),
  document: { path: 'documents/d7.html', title: publication(7).title },
  ...changes,
});

export const previewView = (changes: Partial<PreviewView> = {}): PreviewView => ({
  document: { path: 'documents/d7.html', title: publication(7).title },
  column: 'social-assistance',
  columnName: '社会救助',
  publishedAt: publication(7).publishedAt,
  file: { path: 'files/d7/0123456789abcdef/1.xlsx', name: '附件1.救助标准.xlsx', size: 34_816 },
  text: blocksOfLines(['类别\t标准（元/月）', '城市\t720', '农村\t560']),
  scanned: false,
  ...changes,
});
