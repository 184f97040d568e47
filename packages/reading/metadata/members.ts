/** The files of an archive, each below a heading with its name: one is the document, the others come with it. */
import type { Line } from './line.ts';

const fileName =
  /^.{1,200}\.(?:docx?|wps|xlsx?|et|pptx?|dps|pdf|ofd|rtf|txt|csv|html?|zip|jpe?g|png|tiff?|bmp)$/i;

/** The name without its folder, when the line is the heading of a member. */
export const memberName = ({ text, heading }: Line): string | undefined =>
  heading && fileName.test(text) ? text.slice(text.lastIndexOf('/') + 1) : undefined;

/** The first whose name does not say it is an annex. Files that are no archive are one member. */
export function membersOf(lines: readonly Line[]): { document: Line[]; others: Line[] } {
  const [first] = lines;
  if (!first || memberName(first) === undefined) return { document: [...lines], others: [] };
  const starts = lines.flatMap((line, i) => (memberName(line) === undefined ? [] : [i]));
  const chosen = starts.find((i) => !memberName(lines[i]!)!.startsWith('附')) ?? 0;
  const end = starts.find((i) => i > chosen) ?? lines.length;
  return {
    document: lines.slice(chosen + 1, end),
    others: [...lines.slice(0, chosen), ...lines.slice(end)],
  };
}
