/** Reads the text in pictures, as much as a budget of pictures and time allows. */
import { type Ocr, type OcrLine, startOcr } from './ocr-engine.ts';
import { layoutOf, meanConfidence } from './ocr-layout.ts';
import type { LayoutPage } from './page-layout.ts';
import type { Grey } from './pdf-render.ts';
import { Refusal } from './refusal.ts';

/** What one file may use, with all files inside it. */
export interface OcrLimits {
  pictures: number;
  /** No picture is begun after so many milliseconds. */
  timeoutMs: number;
}

export interface OcrPicture {
  /** A file that the engine knows (see {@link Ocr}), or points of grey. */
  image: Uint8Array | Grey;
  /** Of the picture, in pixels. */
  height: number;
  /** Pixels a point. */
  scale: number;
  /** Of the page, from 1. */
  number: number;
  /** As in EXIF. */
  orientation?: number;
}

export interface Recogniser {
  /** A picture was left unread because the limits were reached. */
  exhausted: boolean;
  recognise: (picture: OcrPicture) => Promise<LayoutPage | undefined>;
}

/** The one picture that is begun in time may take so long: a dense list at 300 dpi, on a busy machine. */
const lastPictureMs = 30_000;

/**
 * `time.deadline`, for everything else, moves on by the time that pictures take. `wait` is told once, before the first
 * picture, how many milliseconds more the reading may take.
 */
export function createRecogniser(
  limits: OcrLimits,
  time: { deadline: number },
  wait: (ms: number) => void,
): Recogniser {
  let left = limits.pictures;
  let until: number | undefined;
  const recogniser: Recogniser = { exhausted: false, recognise: tryOne };
  return recogniser;

  async function tryOne(picture: OcrPicture): Promise<LayoutPage | undefined> {
    const began = performance.now();
    recogniser.exhausted = left-- <= 0 || began > (until ?? Infinity) || limits.timeoutMs <= 0;
    if (recogniser.exhausted) return undefined;
    if (until === undefined) wait(limits.timeoutMs + lastPictureMs);
    until ??= began + limits.timeoutMs;
    const layout = await recognise(picture);
    time.deadline += performance.now() - began;
    return layout;
  }
}

let warm: Promise<Ocr> | undefined;

/** Nothing stands on it when nothing can be made out. */
async function recognise({ image, height, scale, number, orientation }: OcrPicture): Promise<LayoutPage> {
  const ocr = await (warm ??= startOcr());
  const bytes = image instanceof Uint8Array ? image : pnm(image);
  try {
    const lines = ocr.recognise(bytes, 'text', orientation);
    const more = isTableLike(lines) ? ocr.recognise(bytes, 'scattered', orientation) : [];
    return layoutOf([...lines, ...numbersOnlyIn(more, lines)], number, height, scale);
  } catch (error) {
    // The engine aborts when it runs out of memory; the instance is dead then.
    if (!(error instanceof Refusal)) warm = undefined;
    return layoutOf([], number, height, scale);
  }
}

const digits = /\d{6,}/g;

/** Long numbers, or little that the engine is sure of: what tables come out as in the mode for running text. */
function isTableLike(lines: readonly OcrLine[]): boolean {
  return meanConfidence(lines) < 70 || lines.filter((line) => digits.test(textOf(line))).length > 3;
}

/** Measured on a dense list: the mode for text finds a third of its numbers, the mode for scattered words all. */
function numbersOnlyIn(scattered: readonly OcrLine[], lines: readonly OcrLine[]): OcrLine[] {
  const known = lines.map(textOf).join('\n');
  return scattered.filter((line) =>
    (textOf(line).match(digits) ?? []).some((number) => !known.includes(number)),
  );
}

const textOf = ({ words }: OcrLine): string => words.flatMap((w) => w.symbols.map((s) => s.text)).join('');

/** The plainest picture file there is: PNM, grey. */
const pnm = ({ width, height, points }: Grey): Uint8Array =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), points]);
