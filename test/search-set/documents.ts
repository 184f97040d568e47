/** Documents whose hits are known by how they are made: a subject in the title, a place in the text, a number. */
import { searchProfileOf } from '@gongkai/functions/shared/search-entry.ts';
import type { SearchDocument } from '@gongkai/platform/search/entry.ts';

export const subjects = [
  '高龄津贴',
  '临时救助',
  '农村低保',
  '残疾人两项补贴',
  '孤儿保障',
  '殡葬改革',
  '养老机构备案',
  '社区治理',
  '农机购置补贴',
  '耕地地力保护',
  '粮食生产',
  '动物防疫',
  '化肥减量',
  '高标准农田',
  '种子市场检查',
  '休渔禁渔',
  '义务教育招生',
  '校车安全',
  '学生资助',
  '教师招聘',
  '幼儿园收费',
  '控辍保学',
  '校园食品',
  '普通话测试',
  '廉租住房',
  '老旧小区改造',
  '物业服务',
  '燃气安全',
  '污水处理收费',
  '危房改造',
  '建筑扬尘',
  '公积金缴存',
  '预算公开',
  '政府采购',
  '会计监督',
  '彩票公益金',
  '国有资产',
  '行政事业性收费',
  '专项债券',
  '惠农补贴一卡通',
  '森林防火',
  '采砂管理',
  '水源地保护',
  '大气污染防治',
  '秸秆禁烧',
  '排污许可',
  '垃圾分类',
  '噪声扰民',
  '道路限行',
  '驾校培训',
  '客运班线',
  '公路养护',
  '渡口安全',
  '超限治理',
  '停车收费',
  '网约车',
  '疫苗接种',
  '家庭医生',
  '传染病防控',
  '医保报销',
  '公立医院改革',
  '职业病',
  '无偿献血',
  '健康体检',
  '食品抽检',
  '药品零售',
  '特种设备',
  '价格监督',
  '商标保护',
  '消费维权',
  '电梯维保',
  '计量检定',
  '稳岗返还',
  '社会保险缴费',
  '工伤认定',
  '创业担保贷款',
  '职业技能培训',
  '欠薪治理',
  '退休核准',
  '失业登记',
  '户籍迁移',
  '居住证',
  '禁毒宣传',
  '烟花爆竹',
  '养犬管理',
  '消防检查',
  '防汛抗旱',
  '地震应急',
] as const;

export const places = [
  '孟定镇',
  '勐撒镇',
  '贺派乡',
  '四排山乡',
  '芒洪乡',
  '大兴乡',
  '勐永镇',
  '耿宣镇',
  '贺海村',
  '允捧村',
  '芒沙村',
  '弄巴村',
  '河外村',
  '景信村',
  '复兴村',
  '团结村',
  '班幸村',
  '芒国村',
  '东坡村',
  '帕浪村',
] as const;

export const departments = [
  ['民政局', '示民发'],
  ['农业农村局', '示农发'],
  ['教育体育局', '示教发'],
  ['住房和城乡建设局', '示建发'],
  ['财政局', '示财发'],
  ['生态环境局', '示环发'],
  ['交通运输局', '示交发'],
  ['卫生健康局', '示卫发'],
  ['市场监督管理局', '示市监发'],
  ['人力资源和社会保障局', '示人社发'],
  ['公安局', '示公发'],
] as const;

const kinds = ['通知', '公告', '意见', '通告', '批复'] as const;
const validities = ['有效', '有效', '有效', '已修改', '已废止', '已失效'] as const;
/** None of the subjects, none of the places. */
const filler = [
  '各单位要加强组织领导，明确责任分工，按照时间节点推进各项工作。',
  '对符合条件的，应当一次告知所需材料，不得要求重复提交。',
  '请于每月底前将进展情况报送联系人，逾期未报的予以提醒。',
  '本办法自印发之日起施行，由制定机关负责解释。',
  '工作中遇到的问题，请及时反馈，以便统一研究。',
  '要做好政策宣讲，让群众看得懂、办得成。',
  '资金实行专款专用，接受审计和社会监督。',
] as const;

export interface Made extends SearchDocument {
  subject: string;
  /** Named once in the text, nowhere else. */
  place: string;
}

/** The `i`th of any number; the same for every run. */
export function makeDocument(i: number): Made {
  const subject = subjects[i % subjects.length]!;
  const place = places[(i * 7 + Math.floor(i / subjects.length)) % places.length]!;
  const department = Math.floor((i % subjects.length) / 8) % departments.length;
  const [name, short] = departments[department]!;
  const kind = kinds[(i * 3 + Math.floor(i / 40)) % kinds.length]!;
  const year = 2015 + (i % 12);
  const running = Math.floor(i / 12) + 1;
  const title = `示范县${name}关于进一步做好${subject}工作的${kind}`;
  const paragraphs: string[] = Array.from({ length: 12 }, (_, k) => filler[(i + k * k) % filler.length]!);
  paragraphs.splice(i % 11, 0, `${place}要先行试点，总结经验后在全县推开。`);
  return {
    id: `s${i}`,
    subject,
    place,
    title,
    documentNumber: `${short}〔${year}〕${running}号`,
    text: [title, ...paragraphs].join('\n'),
    department: name,
    column: subject,
    kind,
    year,
    validity: validities[i % validities.length]!,
    publishedAt: new Date(Date.UTC(year, i % 12, 1 + (i % 28), i % 24)).toISOString(),
    path: `documents/s${i}.html`,
    summary: paragraphs[0]!,
  };
}

export interface MadeProfile extends SearchDocument {
  /** As people call the department. */
  short: string;
  phone: string;
  leader: string;
  duty: string;
}

const duties = [
  '婚姻登记',
  '种畜禽管理',
  '教师资格认定',
  '房屋征收',
  '会计考试',
  '辐射监管',
  '道路运输证',
  '医师注册',
  '广告监测',
  '职称评审',
  '出入境受理',
] as const;
const surnames = '赵钱孙李周吴郑王冯陈褚';

/** Of every department, none of the subjects and places. */
export const makeProfiles = (): MadeProfile[] =>
  departments.map(([short], i) => {
    const phone = `0990-61${20_101 + i * 137}`;
    const leader = `${surnames[i]!}启明`;
    const duty = duties[i]!;
    const entry = searchProfileOf(
      { id: `department-${i}`, name: `示范县${short}` },
      {
        duties: `贯彻执行国家有关方针政策。\n承担${duty}工作。`,
        structure: '内设办公室、法规股、业务股。',
        address: `城关镇东街${i + 3}号`,
        hours: '工作日 8:30—12:00，14:30—18:00',
        phone,
        otherContact: '',
        leaders: [
          { post: '局长', name: leader },
          { post: '副局长', name: `${surnames[i]!}启华` },
        ],
        since: '2026-03-02T01:00:00.000Z',
      },
    );
    return Object.assign(entry, { short, phone, leader, duty });
  });
