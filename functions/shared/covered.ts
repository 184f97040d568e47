/** Content that somebody meant to take away by making it invisible: whoever gets the file finds it again. */
import type { TextFile } from './text-file.ts';

type Hidden = TextFile['hidden'][number];

/** Not comments or properties: nobody thinks a file clean because it has these. */
const covering = new Set([
  'invisible',
  'vanished',
  'hidden-column',
  'hidden-row',
  'hidden-sheet',
  'earlier-save',
]);

export const isCovered = ({ kind }: Hidden): boolean => covering.has(kind);

export const coveredWords = '此文件似乎已做遮盖，但内容仍在文件中';
