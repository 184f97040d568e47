/** The 15 kinds of official documents, 党政机关公文处理工作条例 art. 8. 方案, 办法 and the like are issued by one of them. */
import * as z from 'zod';

export const documentKinds = [
  '决议',
  '决定',
  '命令',
  '令',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
] as const;
/** 命令 and 令 are one kind in two wordings. */
export const documentKindSchema = z.enum(documentKinds).exclude(['命令']);
export type DocumentKind = z.infer<typeof documentKindSchema>;
