/** Takes the text of every page, and what stands beside it, out of a PDF. */
import type { Engine } from './pdf-engine.ts';
import type { PdfAnswer, PdfPage, Run } from './pdf-messages.ts';

const maxPages = 2_000;
const maxCharacters = 3_000_000;
/** Error codes of FPDF_GetLastError, fpdfview.h. */
const passwordNeeded = 4;
const securityUnknown = 5;
/** fpdf_edit.h */
const imageObject = 3;

export function readPages(engine: Engine, bytes: Uint8Array): PdfAnswer {
  const { memory } = engine;
  const at = memory.wasmExports.malloc(bytes.length);
  memory.HEAPU8.set(bytes, at);
  try {
    const file = engine.FPDF_LoadMemDocument(at, bytes.length, '');
    if (file === 0) {
      const error = engine.FPDF_GetLastError();
      return {
        ok: false,
        code: error === passwordNeeded || error === securityUnknown ? 'encrypted' : 'damaged',
      };
    }
    try {
      return readFile(engine, file);
    } finally {
      engine.FPDF_CloseDocument(file);
    }
  } finally {
    memory.wasmExports.free(at);
  }
}

function readFile(engine: Engine, file: number): PdfAnswer {
  const count = engine.FPDF_GetPageCount(file);
  if (count > maxPages) return { ok: false, code: 'too-large' };
  const pages: PdfPage[] = [];
  const annotations: string[] = [];
  let characters = 0;
  let unmapped = 0;
  for (let i = 0; i < count; i++) {
    const page = engine.FPDF_LoadPage(file, i);
    if (page === 0) continue;
    const text = engine.FPDFText_LoadPage(page);
    const read = readRuns(engine, text);
    characters += read.characters;
    unmapped += read.unmapped;
    pages.push({ runs: read.runs, images: countImages(engine, page) });
    annotations.push(...readAnnotations(engine, page));
    engine.FPDFText_ClosePage(text);
    engine.FPDF_ClosePage(page);
    if (characters > maxCharacters) return { ok: false, code: 'too-large' };
  }
  const attachments = engine.FPDFDoc_GetAttachmentCount(file);
  return { ok: true, pages, characters, unmapped, annotations, attachments };
}

function readRuns(engine: Engine, text: number): { runs: Run[]; characters: number; unmapped: number } {
  const { memory, scratch } = engine;
  const characters = Math.max(0, engine.FPDFText_CountChars(text));
  const runs: Run[] = [];
  let run: Run | undefined;
  let unmapped = 0;
  for (let i = 0; i < characters; i++) {
    const code = engine.FPDFText_GetUnicode(text, i);
    // Spaces and line ends that the engine made up: gaps are measured instead.
    if (engine.FPDFText_IsGenerated(text, i) === 1 || code < 32) {
      if (code === 10 || code === 13) run = undefined;
      continue;
    }
    if (engine.FPDFText_HasUnicodeMapError(text, i) === 1) unmapped++;
    engine.FPDFText_GetCharOrigin(text, i, scratch, scratch + 8);
    engine.FPDFText_GetLooseCharBox(text, i, scratch + 16);
    engine.FPDFText_GetMatrix(text, i, scratch + 32);
    const scale = Math.hypot(memory.getValue(scratch + 40, 'float'), memory.getValue(scratch + 44, 'float'));
    const size = engine.FPDFText_GetFontSize(text, i) * (scale || 1);
    const y = memory.getValue(scratch + 8, 'double');
    const [left, right] = [memory.getValue(scratch + 16, 'float'), memory.getValue(scratch + 24, 'float')];
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    const gap = run ? left - run.right : 0;
    if (!run || Math.abs(y - run.y) > size * 0.5 || gap > size * 1.5 || gap < -size * 2) {
      run = { text: character, left, right, y, size };
      runs.push(run);
    } else {
      run.text += (gap > size * 0.3 ? ' ' : '') + character;
      run.right = Math.max(run.right, right);
    }
  }
  return { runs, characters, unmapped };
}

function countImages(engine: Engine, page: number): number {
  let images = 0;
  const objects = engine.FPDFPage_CountObjects(page);
  for (let i = 0; i < objects; i++)
    if (engine.FPDFPageObj_GetType(engine.FPDFPage_GetObject(page, i)) === imageObject) images++;
  return images;
}

function readAnnotations(engine: Engine, page: number): string[] {
  const texts: string[] = [];
  for (let i = 0; i < engine.FPDFPage_GetAnnotCount(page); i++) {
    const annotation = engine.FPDFPage_GetAnnot(page, i);
    for (const key of ['Contents', 'V']) {
      const length = engine.FPDFAnnot_GetStringValue(annotation, key, 0, 0);
      if (length <= 2) continue;
      const at = engine.memory.wasmExports.malloc(length);
      engine.FPDFAnnot_GetStringValue(annotation, key, at, length);
      texts.push(engine.memory.UTF16ToString(at));
      engine.memory.wasmExports.free(at);
    }
    engine.FPDFPage_CloseAnnot(annotation);
  }
  return texts;
}
