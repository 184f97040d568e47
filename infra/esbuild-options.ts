/** How everything is bundled: ESM for Node 24, workspace code and packages inside. */
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Some packages are CommonJS and ask for Node's own modules with `require`, which ESM does not have. */
const requireBanner =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

export const esbuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  // The AWS SDK's CommonJS files die in an ESM bundle.
  mainFields: ['module', 'main'],
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  charset: 'utf8',
  logLevel: 'warning',
  absWorkingDir: root,
  banner: { js: requireBanner },
} satisfies BuildOptions;

/** Files are read in a process of its own, whose file lies beside the bundle that starts it, as do these. */
export const readingWorker = 'packages/reading/reading-worker.ts';
export const pdfiumWasm = `${root}node_modules/@embedpdf/pdfium/dist/pdfium.wasm`;
/** What the readers load when they need it, by the name it has beside the bundle. */
export const readingParts: Record<string, string> = {
  'pdfium.wasm': pdfiumWasm,
  // CommonJS, with its WebAssembly inside; bundled it would ask for `__dirname`.
  'tesseract-core.cjs': `${root}node_modules/tesseract.js-core/tesseract-core-simd-lstm.wasm.js`,
  'chi_sim.traineddata.gz': `${root}node_modules/@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz`,
};

/** So is screening, on one machine. */
export const screeningWorker = 'packages/screening/screening-worker.ts';

/** So are filled templates of the catalogue. */
export const workbookWorker = 'packages/catalogue/workbook-worker.ts';

/** Making redacted copies and drawing pages takes PDFium as well, and a font for files that bring none. */
export const redactionWorker = 'packages/redaction/redaction-worker.ts';
export const chineseFont = `${root}node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf`;
