/**
 * Tesseract with its Chinese model, both from npm, without network. The engine itself rather than the package around
 * it: that one starts threads and writes files, which the process that reads files may not.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { Refusal } from './refusal.ts';

/** The parts of tesseract.js-core that are used; it has no types of its own. */
interface Core {
  FS: { writeFile(name: string, bytes: Uint8Array): void; unlink(name: string): void };
  TessBaseAPI: new () => Api;
}

interface Api {
  Init(folder: null, language: string, engine: number): number;
  SetVariable(name: string, value: string): void;
  /** Orientation as in EXIF, and a turn in radians. 1 is failure. */
  SetImageFile(orientation: number, turn: number): number;
  Recognize(monitor: null): number;
  GetJSONText(): string;
}

type StartCore = (options: Record<string, unknown>) => Promise<Core>;

/** Beside a bundle lie copies; see infra/esbuild-options.ts. */
function fileOf(beside: string, inPackage: () => string): string {
  const file = new URL(`./${beside}`, import.meta.url);
  return fileURLToPath(existsSync(file) ? file : inPackage());
}

const coreFile = (): string =>
  fileOf('tesseract-core.cjs', () =>
    import.meta.resolve('tesseract.js-core/tesseract-core-simd-lstm.wasm.js'),
  );
const modelFile = (): string =>
  fileOf('chi_sim.traineddata.gz', () =>
    import.meta.resolve('@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz'),
  );

/** Tesseract's engine modes; 1: neural network. */
const neural = 1;

const bboxSchema = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const lineSchema = z.object({
  confidence: z.number(),
  baseline: bboxSchema,
  words: z.array(
    z.object({
      text: z.string(),
      confidence: z.number(),
      symbols: z.array(z.object({ text: z.string(), bbox: bboxSchema })),
    }),
  ),
});
const resultSchema = z.object({
  blocks: z
    .array(z.object({ paragraphs: z.array(z.object({ lines: z.array(lineSchema) })) }).nullable())
    .nullable(),
});

/** Pixels from the upper left. */
export type OcrLine = z.infer<typeof lineSchema>;

export interface Ocr {
  /** Bytes of a PNG, JPEG, BMP, WebP, TIFF or PNM file. Throws {@link Refusal} (`damaged`) when they are none. */
  recognise(image: Uint8Array, mode: 'text' | 'scattered', orientation?: number): OcrLine[];
}

/** Page segmentation modes: one block of text; whatever can be found, in no order. */
const segmentation = { text: '6', scattered: '11' };

export async function startOcr(): Promise<Ocr> {
  const require = createRequire(import.meta.url);
  const start = require(coreFile()) as StartCore;
  const core = await start({ TesseractProgress: silence, print: silence, printErr: silence });
  const model = gunzipSync(readFileSync(modelFile()));
  core.FS.writeFile('chi_sim.traineddata', model);
  const api = new core.TessBaseAPI();
  if (api.Init(null, 'chi_sim', neural) !== 0) throw new Error('the recogniser does not take its model');
  return {
    recognise(image, mode, orientation = 1) {
      api.SetVariable('tessedit_pageseg_mode', segmentation[mode]);
      core.FS.writeFile('/input', image);
      if (api.SetImageFile(orientation, 0) !== 0 || api.Recognize(null) !== 0) throw new Refusal('damaged');
      core.FS.unlink('/input');
      const { blocks } = resultSchema.parse(JSON.parse(api.GetJSONText()));
      return (blocks ?? []).flatMap((block) => block?.paragraphs.flatMap((p) => p.lines) ?? []);
    },
  };
}

function silence(): void {}
