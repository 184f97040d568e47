/** A find with a little of what stands around it, shown without showing it. */
const around = 6;

export function excerptOf(line: string, start: number, end: number, readable: boolean): string {
  const before = hideNumbers(line.slice(Math.max(0, start - around), start));
  const after = hideNumbers(line.slice(end, end + around));
  const find = line.slice(start, end);
  const lead = start > around ? '…' : '';
  const trail = end + around < line.length ? '…' : '';
  return `${lead}${before}【${readable ? find : masked(find)}】${after}${trail}`.replaceAll(/[\t\n]/g, ' ');
}

/** Every letter and digit but the last two; the length stays unsaid. */
const masked = (find: string): string => `******${find.slice(-2)}`;

const hideNumbers = (text: string): string => text.replaceAll(/[\d０-９]/g, '*');
