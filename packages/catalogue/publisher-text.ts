/** Reads 公开主体: which departments a cell names, in the words offices use for each other. */
import type { Publisher } from '@gongkai/domain/catalogue-item.ts';
import { squeezed } from './grid.ts';

export interface NamedDepartment {
  id: string;
  name: string;
  aliases: readonly string[];
}

export interface ReadPublishers {
  publishers: Publisher[];
  /** Names that no department answers to. */
  unknown: string[];
  /** Names that more than one department could answer to. */
  ambiguous: string[];
}

/** 乡镇人民政府, 各乡镇（街道）, 街道办事处, 村（居）委会: the level below the county as such. */
const townships = /^(?:各|有关|相关)?(?:乡|镇|街道|村|社区|居)[\u4E00-\u9FFF（）()、/]*$/;
const endings = /(?:委员会|办公室|管理局|分局|部门|机构|局|委|办|厅|室|中心)$/;

export function createPublisherReader(
  departments: readonly NamedDepartment[],
): (text: string) => ReadPublishers {
  const exact = new Map<string, string>();
  for (const { id, name, aliases } of departments)
    for (const n of [name, ...aliases]) exact.set(squeezed(n), id);
  const known = new Map<string, string[]>();
  const lookUp = (name: string): string[] => {
    const found = known.get(name) ?? departmentsCalled(name, departments, exact);
    known.set(name, found);
    return found;
  };
  return (text) => {
    const read: ReadPublishers = { publishers: [], unknown: [], ambiguous: [] };
    for (const name of splitPublishers(text)) {
      const found = lookUp(name);
      if (found.length === 1) read.publishers.push({ name, department: found[0]! });
      else if (found.length > 1) read.ambiguous.push(name);
      else if (townships.test(name)) read.publishers.push({ name, department: null });
      else read.unknown.push(name);
    }
    return read;
  };
}

/** By name; without the county in front; by abbreviation (人社局) where only one department fits. */
function departmentsCalled(
  name: string,
  departments: readonly NamedDepartment[],
  exact: ReadonlyMap<string, string>,
): string[] {
  const plain = squeezed(name);
  const local = plain.replace(/^(?:本)?[\u4E00-\u9FFF]{0,12}?(?:自治县|县|区|旗)(?=.{2,})/, '');
  const byName = exact.get(plain) ?? exact.get(local);
  if (byName !== undefined) return [byName];
  const stem = local.replace(endings, '');
  if (stem.length < 2 || townships.test(plain)) return [];
  const fits = departments.filter((d) => [d.name, ...d.aliases].some((n) => isWithin(stem, squeezed(n))));
  const closest = fits.filter((d) => squeezed(d.name).startsWith(stem));
  return (closest.length === 1 ? closest : fits).map((d) => d.id);
}

/** Its characters in this order, others between them: 人社 in 人力资源和社会保障局. */
function isWithin(stem: string, name: string): boolean {
  let at = 0;
  for (const c of name) if (c === stem[at]) at++;
  return at === stem.length;
}

const splitPublishers = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、，,；;\n]|\s+|(?<=[局委办府])(?:和|及|以及|或)(?=[\u4E00-\u9FFF])/)
      .map((name) => name.replace(/^[■●▲√☑]|[。]$/g, '').trim())
      .filter((name) => name !== ''),
  ),
];
