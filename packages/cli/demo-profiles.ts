/** Profiles of two departments of the demo county; the others are still to be filled in. All of it is invented. */
import { system } from '@gongkai/domain/history.ts';
import { type ProfileContent, profileHash } from '@gongkai/domain/profile.ts';
import { confirmProfile, loadProfile, proposeProfile } from '@gongkai/functions/shared/profiles.ts';
import type { Deps } from '@gongkai/platform/deps.ts';

const hours = '工作日 8:30—12:00，14:30—18:00';

const demoProfiles: Record<string, ProfileContent> = {
  'civil-affairs': {
    duties: [
      '贯彻执行民政事业发展的法律法规和政策，拟订全县民政事业发展规划并组织实施。',
      '负责城乡居民最低生活保障、特困人员救助供养、临时救助工作。',
      '负责养老服务体系建设和高龄津贴发放，指导养老机构管理。',
      '负责社会组织登记管理、行政区划、地名、婚姻登记和殡葬管理工作。',
    ].join('\n'),
    structure:
      '内设机构：办公室、社会救助股、养老服务股、社会事务股。\n所属单位：县社会救助服务中心、县婚姻登记处。',
    address: '示范县城关镇东街18号',
    hours,
    phone: '0990-6120011',
    otherContact: '传真：0990-6120012；邮政编码：990101',
    leaders: [
      { post: '局长', name: '王主持' },
      { post: '副局长（分管社会救助）', name: '李分管' },
    ],
  },
  'county-office': {
    duties: [
      '协助县政府领导组织起草或者审核以县政府、县政府办公室名义发布的公文。',
      '主管全县政府信息公开工作，推进、指导、协调、监督各部门的政府信息公开。',
      '负责县政府门户网站的内容管理。',
    ].join('\n'),
    structure: '内设机构：秘书股、综合股、政务公开股、督查室。',
    address: '示范县城关镇人民路1号',
    hours,
    phone: '0990-6120001',
    otherContact: '传真：0990-6120002；邮政编码：990101',
    leaders: [{ post: '主任', name: '张主持' }],
  },
};

/** Once: what people changed since stays. */
export async function seedProfiles(deps: Deps): Promise<void> {
  for (const [department, content] of Object.entries(demoProfiles)) {
    if ((await loadProfile(deps, department)).shown) continue;
    const by = (id: string) => ({ ...system, id, name: '演示' });
    await proposeProfile(deps, department, content, by('demo'));
    await confirmProfile(deps, department, profileHash(content), by('system'));
  }
}
