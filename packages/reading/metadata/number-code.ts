/**
 * Whether the 机关代字 of a number can be that of a body. Codes are each county's own; only parts that mean one and the
 * same everywhere are known here, and what is not known never contradicts.
 */
const meanings: readonly [code: string, body: RegExp][] = [
  ['政办', /政府办公/],
  ['府办', /政府办公/],
  ['政发', /人民政府/],
  ['府发', /人民政府/],
  ['委办', /委.*办公|委办/],
  ['发改', /发展(?:和)?改革/],
  ['人社', /人力资源/],
  ['自然资', /自然资源/],
  ['市监', /市场监督/],
  ['市监管', /市场监督/],
  ['卫健', /卫生健康/],
  ['教体', /教育/],
  ['教', /教育/],
  ['财', /财政/],
  ['民', /民政/],
  ['住建', /住房|建设/],
  ['农', /农业|农村/],
  ['林', /林业|林草/],
  ['审', /审计/],
  ['统', /统计|统战/],
  ['应急', /应急/],
  ['公', /公安|公共|公路|公园|公司/],
  ['司', /司法|公司/],
  ['税', /税务/],
  ['医保', /医疗保障/],
  ['交', /交通|交易/],
  ['水', /水务|水利|供水/],
  ['环', /环境|环保|环卫/],
];

/** True unless the code names a known body and none of the issuers can be it, while they are other known bodies. */
export function numberFits(number: string, issuers: readonly string[]): boolean {
  const code = /^(.+)〔/.exec(number)?.[1];
  if (code === undefined) return true;
  // The first character or two name the place.
  const meant = meanings.filter(([part]) => code.indexOf(part) > 0);
  const longest = Math.max(0, ...meant.map(([part]) => part.length));
  const bodies = meant.filter(([part]) => part.length === longest).map(([, body]) => body);
  if (bodies.length === 0) return true;
  if (issuers.some((issuer) => bodies.some((body) => body.test(issuer)))) return true;
  return !issuers.every((issuer) => meanings.some(([, body]) => body.test(issuer)));
}
