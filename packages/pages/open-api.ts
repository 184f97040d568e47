/** The description of the read-only API (OpenAPI 3.1). What it describes is made in api.ts. */
import { validities } from '@gongkai/domain/validity.ts';
import { directoryApiPath, documentApiPath, listApiPath } from './paths.ts';
import { clean } from './text.ts';
import type { SiteView } from './views.ts';

const text = { type: 'string' };
const nullable = { type: ['string', 'null'] };
const uri = { type: 'string', format: 'uri' };
const nullableUri = { type: ['string', 'null'], format: 'uri' };
const instant = { type: 'string', format: 'date-time' };
const nullableDate = { type: ['string', 'null'], format: 'date' };
const arrayOf = (items: object) => ({ type: 'array', items });
const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const record = (properties: Record<string, object>, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

const entry = {
  title: text,
  documentNumber: { ...nullable, description: '发文字号' },
  indexNumber: { ...text, description: '索引号' },
  department: { ...text, description: '公开责任部门的编号' },
  column: { ...text, description: '栏目的编号' },
  publishedAt: { ...instant, description: '发布时间（UTC）' },
  changedAt: { ...instant, description: '最近一次变更的时间（UTC）' },
  validity: { type: 'string', enum: validities, description: '有效、已修改、已废止、已失效' },
  summary: text,
  url: uri,
};
const link = record({ title: text, url: uri });
const list = record({
  id: text,
  name: text,
  url: uri,
  items: uri,
  feeds: record({ atom: uri, rss: uri, json: uri }),
});

const schemas = {
  Entry: record(entry),
  Document: record({
    id: text,
    ...entry,
    departmentName: text,
    columnName: text,
    issuer: { ...text, description: '发文机关' },
    writtenDate: { ...nullableDate, description: '成文日期' },
    disclosure: { ...text, description: '公开方式' },
    redacted: { type: 'boolean', description: '是否为删减后公开的版本' },
    subjectClass: { ...nullable, description: '主题分类' },
    effectiveDate: { ...nullableDate, description: '施行日期' },
    expiryDate: { ...nullableDate, description: '有效期至' },
    term: { ...nullable, description: '有效期，用文件自己的话' },
    keywords: { ...arrayOf(text), description: '主题词' },
    validityName: text,
    validitySince: nullableDate,
    validityReason: nullable,
    successor: { anyOf: [link, { type: 'null' }] },
    replaces: arrayOf(link),
    interpretations: arrayOf(link),
    attachments: arrayOf(
      record({ name: text, size: { type: 'integer' }, url: uri, previewUrl: nullableUri }),
    ),
    text: { ...text, description: '全文，一段一行；表格一行一行，单元格以制表符分隔' },
  }),
  Withdrawn: record({
    id: text,
    withdrawn: { const: true },
    title: nullable,
    indexNumber: text,
    withdrawnAt: instant,
    reason: text,
    self: uri,
  }),
  List: record({
    id: text,
    name: text,
    description: text,
    url: uri,
    next: { ...nullableUri, description: '更早一页；没有时为 null。相邻两页可能有重复，以 url 区分。' },
    items: arrayOf(schemaRef('Entry')),
  }),
  Directory: record({
    county: text,
    self: uri,
    all: list,
    columns: arrayOf(list),
    departments: arrayOf(list),
  }),
};

const parameter = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});
const answer = (schema: object, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
  404: { description: '没有这个地址' },
});
const reads = (summary: string, schema: object, ...parameters: object[]) => ({
  get: { summary, parameters, responses: answer(schema, summary) },
});
const page = parameter('page', '往期页码，1 是最早的一页');
const id = parameter('id', '编号，见目录');
const item = parameter('id', '事项编号：事项网页地址的最后一段');

const at = (path: string): string => `/${path}`;

export function openApi(given: SiteView): string {
  const { settings } = clean(given);
  return `${JSON.stringify(
    {
      openapi: '3.1.0',
      info: {
        title: `${settings.county}政府信息公开数据接口`,
        version: '1',
        description: '只读；每个回答都是一个静态文件，不需要登录或密钥。文件公开、变更、撤下时同时更新。',
      },
      servers: [{ url: settings.siteUrl }],
      paths: {
        [at(directoryApiPath)]: reads('目录：全部栏目和部门', schemaRef('Directory')),
        [at(listApiPath('site', 'site'))]: reads('最新公开的信息', schemaRef('List')),
        [at('api/v1/all/page-{page}.json')]: reads('往期公开的信息', schemaRef('List'), page),
        [at('api/v1/columns/{id}/index.json')]: reads('一个栏目的最新信息', schemaRef('List'), id),
        [at('api/v1/columns/{id}/page-{page}.json')]: reads(
          '一个栏目的往期信息',
          schemaRef('List'),
          id,
          page,
        ),
        [at('api/v1/departments/{id}/index.json')]: reads('一个部门的最新信息', schemaRef('List'), id),
        [at('api/v1/departments/{id}/page-{page}.json')]: reads(
          '一个部门的往期信息',
          schemaRef('List'),
          id,
          page,
        ),
        [at(listApiPath('item', '{id}'))]: reads('一个公开事项的最新信息', schemaRef('List'), item),
        [at('api/v1/columns/items/{id}/page-{page}.json')]: reads(
          '一个公开事项的往期信息',
          schemaRef('List'),
          item,
          page,
        ),
        [at(documentApiPath('{id}'))]: reads(
          '一份文件；撤下后只有撤下说明',
          { oneOf: [schemaRef('Document'), schemaRef('Withdrawn')] },
          parameter('id', '文件编号：文件网页地址的最后一段'),
        ),
      },
      components: { schemas },
    },
    null,
    1,
  )}\n`;
}
