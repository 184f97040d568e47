/**
 * Disclosure attributes and the marks that state them.
 * 国办发〔2016〕80号 knows three attributes; the four marks are the county's form (耿政办发〔2020〕49号), so
 * "public after redaction" is an attribute of its own here and counts as 主动公开 in national figures.
 */
import * as z from 'zod';

export const attributes = ['public', 'redacted', 'on-request', 'withheld'] as const;
export const attributeSchema = z.enum(attributes);
export type Attribute = z.infer<typeof attributeSchema>;

/** The mark as it must be written on a document (耿政办发〔2020〕49号). */
export const markOf: Record<Attribute, string> = {
  public: '（此件公开发布）',
  redacted: '（此件删减后公开）',
  'on-request': '（此件依申请公开）',
  withheld: '（此件不公开）',
};

export const attributeName: Record<Attribute, string> = {
  public: '主动公开',
  redacted: '删减后公开',
  'on-request': '依申请公开',
  withheld: '不予公开',
};

/** Legal grounds for not publishing, 政府信息公开条例 arts 14 to 16. */
export const grounds = {
  'state-secret': '第十四条：依法确定为国家秘密',
  'law-forbids': '第十四条：法律、行政法规禁止公开',
  'public-safety': '第十四条：公开后可能危及国家安全、公共安全、经济安全、社会稳定',
  'third-party': '第十五条：涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害',
  'internal-affairs': '第十六条第一款：人事管理、后勤管理、内部工作流程等内部事务信息',
  'process-information': '第十六条第二款：讨论记录、过程稿、磋商信函、请示报告等过程性信息',
  'case-file': '第十六条第二款：行政执法案卷信息',
} as const;
export type Ground = keyof typeof grounds;
export const groundSchema = z.enum(Object.keys(grounds) as [Ground, ...Ground[]]);

/** Only these two ever reach the public site. */
export const isPublished = (attribute: Attribute): boolean =>
  attribute === 'public' || attribute === 'redacted';

/** Everything but fully public needs a ground (条例 arts 14 to 16; 国办发〔2016〕80号). */
export const needsGround = (attribute: Attribute): boolean => attribute !== 'public';
