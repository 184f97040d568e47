/** PDFium as the readers use it. Runs from source, and bundled with `pdfium.wasm` beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { Refusal } from './refusal.ts';

type HotFunction = 'FPDFText_GetCharOrigin' | 'FPDFText_GetLooseCharBox';

/** Handles (documents, pages, objects) are addresses in its memory; 0 is none. */
export type Pdfium = Omit<WrappedPdfiumModule, 'pdfium'> & {
  memory: WrappedPdfiumModule['pdfium'] & {
    readonly HEAPU8: Uint8Array;
    readonly wasmExports: Record<HotFunction, (...values: number[]) => number>;
  };
  /** 256 bytes for what functions answer through pointers. */
  scratch: number;
};

/** Error codes of FPDF_GetLastError, fpdfview.h. */
const passwordNeeded = 4;
const securityUnknown = 5;

let shared: Promise<Pdfium> | undefined;

/** One instance for all files of the process. */
export const sharedPdfium = (): Promise<Pdfium> => (shared ??= startPdfium());

/** An instance that threw is dead: it aborts when it runs out of memory. */
export function dropPdfium(): void {
  shared = undefined;
}

export async function startPdfium(): Promise<Pdfium> {
  const beside = new URL('./pdfium.wasm', import.meta.url);
  const wasm = existsSync(beside) ? beside : new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'));
  const overrides = { wasmBinary: readFileSync(fileURLToPath(wasm)), print: silence, printErr: silence };
  const { pdfium, ...functions } = await init(overrides);
  functions.PDFiumExt_Init();
  const memory = pdfium as Pdfium['memory'];
  return { ...functions, memory, scratch: memory.wasmExports.malloc(256) };
}

function silence(): void {}

export interface OpenPdf {
  file: number;
  close: () => void;
}

/** Throws {@link Refusal}: encrypted, damaged. */
export function openDocument(pdfium: Pdfium, bytes: Uint8Array): OpenPdf {
  const { memory } = pdfium;
  const at = memory.wasmExports.malloc(bytes.length);
  memory.HEAPU8.set(bytes, at);
  const file = pdfium.FPDF_LoadMemDocument(at, bytes.length, '');
  if (file !== 0)
    return {
      file,
      close: () => {
        pdfium.FPDF_CloseDocument(file);
        memory.wasmExports.free(at);
      },
    };
  const error = pdfium.FPDF_GetLastError();
  memory.wasmExports.free(at);
  throw new Refusal(error === passwordNeeded || error === securityUnknown ? 'encrypted' : 'damaged');
}

/** Opens a file, and closes it after use. Throws {@link Refusal}: encrypted, damaged. */
export function withDocument<T>(pdfium: Pdfium, bytes: Uint8Array, use: (file: number) => T): T {
  const { file, close } = openDocument(pdfium, bytes);
  try {
    return use(file);
  } finally {
    close();
  }
}

/** Undefined when the page cannot be opened. `index` from 0. */
export function withPage<T>(
  pdfium: Pdfium,
  file: number,
  index: number,
  use: (page: number) => T,
): T | undefined {
  const page = pdfium.FPDF_LoadPage(file, index);
  if (page === 0) return undefined;
  try {
    return use(page);
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

/** Text from a function that writes UTF-16 into a buffer and answers the length in bytes it needs, as most do. */
export function readText(pdfium: Pdfium, write: (buffer: number, length: number) => number): string {
  const length = write(0, 0);
  if (length <= 2) return '';
  return withMemory(pdfium, length, (at) => {
    write(at, length);
    return pdfium.memory.UTF16ToString(at);
  });
}

export function withMemory<T>({ memory }: Pdfium, length: number, use: (at: number) => T): T {
  const at = memory.wasmExports.malloc(length);
  try {
    return use(at);
  } finally {
    memory.wasmExports.free(at);
  }
}

/** Four floats of the scratch memory. */
export const floats = ({ memory, scratch }: Pdfium): [number, number, number, number] => [
  memory.getValue(scratch, 'float'),
  memory.getValue(scratch + 4, 'float'),
  memory.getValue(scratch + 8, 'float'),
  memory.getValue(scratch + 12, 'float'),
];

export const bytesAt = ({ memory }: Pdfium, at: number, length: number): Uint8Array =>
  memory.HEAPU8.slice(at, at + length);
