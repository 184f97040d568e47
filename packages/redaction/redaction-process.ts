/** Copies and pictures of pages, made where a file cannot stop the program. */
import { createPool } from '@gongkai/reading/reading-pool.ts';
import { workerFile } from '@gongkai/reading/reading-process.ts';
import { Refusal } from '@gongkai/reading/refusal.ts';
import type { Source, TypedCopy } from './make-copy.ts';
import type { Copying, Drawing } from './messages.ts';
import type { DrawnPage, Wanted } from './pdf/draw-for-review.ts';
import { RedactionRefused, type Removal } from './removal.ts';

const worker = (): URL => workerFile('redaction-worker', import.meta.url);
const copy = createPool<Copying>(worker, 1);
/** Of their own: a reviewer who turns pages does not wait for a copy. */
const draw = createPool<Drawing>(worker, 1);

/** A list of 20,000 persons takes two seconds on one core, a page of a PDF a tenth of one. */
const copyTimeoutMs = 90_000;
const drawTimeoutMs = 10_000;

/** Throws {@link RedactionRefused}. */
export async function copyOf(source: Source, removal: Removal): Promise<TypedCopy> {
  try {
    const result = await copy({ source, removal, timeoutMs: copyTimeoutMs });
    if ('refused' in result) throw new RedactionRefused(result.refused);
    return result.copy;
  } catch (error) {
    if (error instanceof Refusal) throw new RedactionRefused(error.message, { cause: error });
    throw error;
  }
}

/** Throws {@link Refusal}. */
export const pictureOf = async (
  bytes: Uint8Array,
  page: number,
  extra: Partial<Pick<Wanted, 'marks' | 'ruler'>> = {},
): Promise<DrawnPage> =>
  (await draw({ bytes, page, marks: [], ruler: false, ...extra, timeoutMs: drawTimeoutMs })).drawn;
