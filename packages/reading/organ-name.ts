/** Whether a line is the name of a public body, by how such names end. */
import { compact } from './clean.ts';

const organEnding =
  /(人民政府|政府|委员会|管委会|办公室|办公厅|指挥部|领导小组|联席会议|人民法院|人民检察院|党委|党组|支队|大队|分局|总局|中心|部门|局|厅|部|署|处|所|站|司|院|会|委|办|馆|社|集团|公司|学校)$/;

export function isOrganName(line: string): boolean {
  const name = compact(line);
  return (
    name.length >= 3 && name.length <= 40 && /^[\p{Script=Han}()、]+$/u.test(name) && organEnding.test(name)
  );
}
