/** What a county sets for itself. Parsed once, from a file on one machine and from the environment in the cloud. */
import * as z from 'zod';
import { roleSchema } from './organisation.ts';

/**
 * How a find is shown when it is masked. No national pattern exists: 永安市政府办 (2023-01-04) shows `138****1234`
 * and addresses down to the township; 社会救助暂行办法 art. 61 and 个人信息保护法 art. 28 ask for less.
 */
export const maskPatterns = ['all', 'last-4', 'first-3-last-4', 'surname', 'village', 'year'] as const;
export type MaskPattern = (typeof maskPatterns)[number];

const reviewTimesSchema = z.object({
  /** Working days within which the role answers. */
  answerWithin: z.int().positive(),
  /** Working days after opening at which a reminder goes out. */
  remindAfter: z.array(z.int().positive()),
  /** Working days after opening at which deputies and the office are told. */
  escalateAfter: z.int().positive(),
});

const toFillIn = z.string().default('（待填）');
const officeSchema = z.object({
  name: z.string().optional(),
  address: toFillIn,
  hours: toFillIn,
  phone: toFillIn,
  fax: toFillIn,
  /** E-mail or another way through the internet. */
  internet: toFillIn,
});

/** CloudFront asks from thousands of addresses: it is known by the key it shows here. */
export const frontHeader = 'x-gongkai-front';

export const settingsSchema = z.object({
  county: z.string().default('示范县'),
  /** Public address of the site, no trailing slash. */
  siteUrl: z.url().regex(/[^/]$/, '网址末尾不要加斜杠'),
  /** Address of the portal: every page of it lies under `/portal`. */
  portalUrl: z.url().regex(/\/portal$/, '工作平台的网址必须以 /portal 结尾'),
  /** Machines of the county that stand in front, besides this one: what they say of the client's address is believed. */
  proxies: z
    .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], '代理服务器要写成地址或网段，例如 10.1.2.3'))
    .default([]),
  /** Whoever shows it in {@link frontHeader} stands in front as well, whatever its address. */
  frontKey: z.string().min(16).optional(),
  mailFrom: z.string().default('gongkai@localhost'),
  /** `{region}`, `{department}`, `{year}`, `{number}`: unique, never reused; no national rule exists. */
  indexNumberTemplate: z.string().default('{region}-{department}-{year}-{number}'),
  region: z.string().default('990101'),
  /** Working days after publication until the interpretation task opens, and the hour (Asia/Shanghai). */
  followUp: z
    .object({
      afterWorkingDays: z.int().nonnegative(),
      hour: z.int().min(0).max(23),
      afterSeconds: z.int().optional(),
    })
    .default({ afterWorkingDays: 1, hour: 9 }),
  /** 耿政办发〔2020〕49号: within 3 working days after the document is public. */
  interpretWithin: z.int().default(3),
  reassessWithin: z.int().default(20),
  reviewTimes: z.record(roleSchema, reviewTimesSchema).default({
    clerk: { answerWithin: 3, remindAfter: [1, 2], escalateAfter: 3 },
    'department-head': { answerWithin: 3, remindAfter: [1, 2], escalateAfter: 3 },
    'secrecy-officer': { answerWithin: 3, remindAfter: [1, 2], escalateAfter: 3 },
    'office-editor': { answerWithin: 3, remindAfter: [1, 2], escalateAfter: 3 },
    administrator: { answerWithin: 3, remindAfter: [1, 2], escalateAfter: 3 },
  }),
  /** By kind of find; kinds that are not named can only be cut. */
  masks: z.record(z.string(), z.enum(maskPatterns)).default({
    'identity-number': 'all',
    'bank-card': 'last-4',
    'account-number': 'last-4',
    'mobile-phone': 'first-3-last-4',
    name: 'surname',
    minor: 'surname',
    address: 'village',
    'birth-date': 'year',
  }),
  /** Footer and meta tags (国办发〔2017〕47号); obvious placeholders until the county fills them in. */
  site: z
    .object({
      name: z.string(),
      idCode: z.string(),
      icp: z.string(),
      police: z.string(),
      sponsor: z.string(),
      contact: z.string(),
      /** Address of the county's 党政机关网站标识 at the national registry; https only. */
      organMark: z.url({ protocol: /^https$/ }).optional(),
      /** The disclosure office as the guide must name it (条例 art. 12). */
      office: officeSchema.prefault({}),
    })
    .prefault({
      name: '示范县人民政府',
      idCode: '9901010000',
      icp: '（待填）ICP备00000000号',
      police: '（待填）公网安备00000000000000号',
      sponsor: '示范县人民政府办公室',
      contact: '（待填）地址、电话',
    }),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingsInput = z.input<typeof settingsSchema>;
