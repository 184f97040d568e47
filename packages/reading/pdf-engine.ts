/** Starts PDFium; its WebAssembly lies beside the bundle or in the package. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

export type Engine = Awaited<ReturnType<typeof startEngine>>;

export async function startEngine() {
  const beside = new URL('./pdfium.wasm', import.meta.url);
  const wasm = existsSync(beside) ? beside : new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'));
  const overrides = { wasmBinary: readFileSync(fileURLToPath(wasm)), print: silence, printErr: silence };
  const engine = await init(overrides);
  engine.PDFiumExt_Init();
  const memory = engine.pdfium as WrappedPdfiumModule['pdfium'] & { readonly HEAPU8: Uint8Array };
  return { ...engine, memory, scratch: memory.wasmExports.malloc(64) };
}

function silence(): void {}
