/** Whether a line is the name of a public body, by how such names end; and the bodies that a line names. */
import { compact } from '../clean.ts';

const endings =
  '人民政府|政府|委员会|管委会|办公室|办公厅|指挥部|领导小组|工作组|小组|专班|联席会议|人民法院|人民检察院|党委|党组|支队|大队|总队|调查队|分局|总局|中心|部门|局|厅|部|署|处|室|庭|所|站|司|院|会|委|办|馆|社|台|联|集团|公司|学校|学院|大学|中学|小学|幼儿园|银行|支行|农场|林场|园区|开发区|街道|人民代表大会|次会议';
const organEnding = new RegExp(`(?:${endings})$`);
/** Words of titles and sentences; no name of a body has them. */
const notInNames =
  /关于|通知|印发|转发|以下|如下|请|的$|^(?:各|本|我|该|经|由|为|和|及|与)|[一二三四五六七八九十]+、/;
const notFirst = /^\(?[一二三四五六七八九十\d]+[)、.]/;
const stamp = /\((?:加?盖章|加?盖印章|加?盖公章|印章|公章|章|代章|签章|印)\)/g;
/** Places and persons that are not to be named: XX县, ××局. */
const nameSigns = /^[\p{Script=Han}()、·×XxA-Z○*]+$/u;

export const withoutStamp = (text: string): string => compact(text).replaceAll(stamp, '');

export function isOrganName(line: string): boolean {
  const name = withoutStamp(line);
  return (
    name.length >= 3 &&
    name.length <= 40 &&
    nameSigns.test(name) &&
    organEnding.test(name) &&
    !notInNames.test(name) &&
    !notFirst.test(name)
  );
}

/** Name of the place that bodies of one county begin with, by which run-together names are told apart. */
const region =
  /^(?:中共|中国共产党)?([\p{Script=Han}×Xx○*]{2,12}?(?:自治县|自治州|自治区|省|市|州|县|区|旗|盟|镇|乡))/u;

/** The bodies a line names, parted by gaps, 、 or by the place they all begin with; empty when it is none. */
export function organNames(line: string): string[] {
  const whole = withoutStamp(line);
  const parts = line
    .split(/[\s\u3000、]+/)
    .map(withoutStamp)
    .filter((part) => part !== '');
  if (parts.length > 1 && parts.every(isOrganName)) return parts;
  if (!isOrganName(whole)) return [];
  const prefix = region.exec(whole)?.[1];
  if (prefix === undefined) return [whole];
  const runTogether = whole.split(new RegExp(`(?=(?:中共)?${prefix})(?<=${endings})`));
  return runTogether.every(isOrganName) ? runTogether : [whole];
}

const person =
  /^(?:代?(?:县|市|区|州|镇|乡|省)长|局长|主任|主席|院长|检察长|旗长|盟长|校长)[:：]?[\p{Script=Han}·]{2,15}$/u;

/** Who signs an order or a motion: 县长 张某某. */
export const isPerson = (line: string): boolean => person.test(withoutStamp(line));
