/** All pages of a PDF, and which of them can be relied on. */
import { readAnnotations } from './pdf-annotations.ts';
import { attachmentsOfPage } from './pdf-attachments.ts';
import { type PdfPage, readPage, textOfPage } from './pdf-page.ts';
import { type Pdfium, withPage } from './pdfium.ts';
import { assertInTime, Refusal } from './refusal.ts';
import type { Hidden } from './types.ts';
import { looksLikeText } from './usable-text.ts';

const maxPages = 2_000;
const maxCharacters = 3_000_000;

export interface Pages {
  pages: PdfPage[];
  annotations: Hidden[];
  /** Handles of files that hang on annotations. */
  attached: number[];
}

/** `form` is the form environment. Throws {@link Refusal}: too-large, too-slow. */
export function readPages(pdfium: Pdfium, file: number, form: number, deadline: number): Pages {
  const count = pdfium.FPDF_GetPageCount(file);
  if (count > maxPages)
    throw new Refusal('too-large', `文件有 ${count} 页，超过 ${maxPages} 页的上限。请拆分后重新上传。`);
  const found: Pages = { pages: [], annotations: [], attached: [] };
  let characters = 0;
  for (let index = 0; index < count; index++) {
    assertInTime(deadline);
    withPage(pdfium, file, index, (handle) => {
      const page = readPage(pdfium, handle, index + 1);
      characters += page.characters;
      found.pages.push(page);
      found.annotations.push(...readAnnotations(pdfium, handle, form, index + 1));
      found.attached.push(...attachmentsOfPage(pdfium, handle));
    });
    if (characters > maxCharacters) throw new Refusal('too-large');
  }
  return found;
}

/** The pages whose text means something; none when most of the file's is noise. */
export function usablePages(pages: readonly PdfPage[]): PdfPage[] {
  const written = pages.filter((page) => page.characters > 0);
  const usable = written.filter((page) => isUsable([page]));
  return usable.length * 2 > written.length && isUsable(usable) ? usable : [];
}

function isUsable(pages: readonly PdfPage[]): boolean {
  const characters = pages.reduce((sum, p) => sum + p.characters, 0);
  const unmapped = pages.reduce((sum, p) => sum + p.unmapped, 0);
  return looksLikeText(pages.map(textOfPage).join(''), unmapped / (characters || 1));
}
