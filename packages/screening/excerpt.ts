/** A find as it may stand in a mail: what it is called, with the find itself masked and nothing else around it. */
export function excerptOf(find: string, calledBefore: string, readable: boolean): string {
  const clean = (text: string): string => text.replaceAll(/[\t\n]/g, ' ').slice(0, longest);
  if (readable) return `【${clean(find)}】`;
  return `${clean(calledBefore)}【${/\d/.test(find) ? `******${lastTwo(find)}` : '******'}】`;
}

const longest = 40;

/** The length stays unsaid; of a text nothing is shown. */
const lastTwo = (find: string): string =>
  /^[\dA-Za-z\s.+()·-]{6,}$/.test(find.normalize('NFKC')) ? find.trim().slice(-2) : '';
