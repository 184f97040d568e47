/** The files inside a PDF: attached to the file or to a place on a page. */
import { bytesAt, type Pdfium, readText, withMemory } from './pdfium.ts';

export interface Attachment {
  name: string;
  bytes: Uint8Array;
}

const maxAttachments = 50;
const maxTotalBytes = 64 * 1024 * 1024;

export interface Attachments {
  files: Attachment[];
  /** How many could not be taken out, or were too many. */
  unread: number;
}

/** `onPages`: handles of attachments that annotations hold. */
export function readAttachments(pdfium: Pdfium, file: number, onPages: readonly number[]): Attachments {
  const count = pdfium.FPDFDoc_GetAttachmentCount(file);
  const handles = [
    ...Array.from({ length: Math.min(count, maxAttachments) }, (_, i) =>
      pdfium.FPDFDoc_GetAttachment(file, i),
    ),
    ...onPages,
  ];
  const files: Attachment[] = [];
  let total = 0;
  for (const handle of handles.slice(0, maxAttachments)) {
    const bytes = handle === 0 ? undefined : contentOf(pdfium, handle, maxTotalBytes - total);
    if (!bytes) continue;
    total += bytes.length;
    files.push({ name: readText(pdfium, (to, n) => pdfium.FPDFAttachment_GetName(handle, to, n)), bytes });
  }
  return { files, unread: count + onPages.length - files.length };
}

function contentOf(pdfium: Pdfium, attachment: number, most: number): Uint8Array | undefined {
  const { memory, scratch } = pdfium;
  if (!pdfium.FPDFAttachment_GetFile(attachment, 0, 0, scratch)) return undefined;
  const length = memory.getValue(scratch, 'i32');
  if (length < 0 || length > most) return undefined;
  return withMemory(pdfium, Math.max(length, 1), (at) =>
    pdfium.FPDFAttachment_GetFile(attachment, at, length, scratch) ? bytesAt(pdfium, at, length) : undefined,
  );
}

/** fpdf_annot.h */
const fileAttachment = 17;

/** Handles of the files that hang on a page's annotations; valid while the document is open. */
export function attachmentsOfPage(pdfium: Pdfium, page: number): number[] {
  const handles: number[] = [];
  const count = Math.min(pdfium.FPDFPage_GetAnnotCount(page), 1_000);
  for (let i = 0; i < count; i++) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, i);
    if (pdfium.FPDFAnnot_GetSubtype(annotation) === fileAttachment) {
      const handle = pdfium.FPDFAnnot_GetFileAttachment(annotation);
      if (handle !== 0) handles.push(handle);
    }
    pdfium.FPDFPage_CloseAnnot(annotation);
  }
  return handles;
}
