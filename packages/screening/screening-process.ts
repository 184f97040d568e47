/**
 * Screening beside the program: a list of 20,000 persons takes more than a second, in which nobody who asks for a page
 * should have to wait.
 */
import type { Exchange, Timed } from '@gongkai/reading/reading-messages.ts';
import { createPool } from '@gongkai/reading/reading-pool.ts';
import { workerFile } from '@gongkai/reading/reading-process.ts';
import { screen, type ScreenInput } from './screen.ts';
import type { Finding } from './types.ts';

export interface Screening extends Exchange {
  question: Timed & { input: ScreenInput };
  result: Finding[];
}

const screenInPool = createPool<Screening>(() => workerFile('screening-worker', import.meta.url), 1);
const timeoutMs = 60_000;
/** Characters of a text that is screened sooner than it is sent. */
const short = 1_000;

/** What `screen` finds. Throws {@link Refusal} when a text takes more than a minute, or a gigabyte. */
export const screenBeside = async (input: ScreenInput): Promise<Finding[]> =>
  lengthOf(input) < short ? screen(input) : screenInPool({ input, timeoutMs });

const lengthOf = ({ text = '', blocks = [], hidden = [] }: ScreenInput): number =>
  [...blocks, ...hidden].reduce((sum, part) => sum + part.text.length, text.length);
