/** What annotations and form fields say. */
import { lines, oneLine } from './clean.ts';
import { type Pdfium, readText } from './pdfium.ts';
import type { Hidden } from './types.ts';

/** More are an attack. */
const maxAnnotations = 5_000;
/** fpdf_annot.h */
const widget = 20;
/** ISO 32000-1, 12.5.2 and 12.7.3: text, rich text, who wrote it and about what; of a field its value and help. */
const keys = ['Contents', 'RC', 'T', 'Subj', 'V', 'DV', 'TU'];

/** `form`: the form environment, which knows values that a field inherits; `page` counts from 1. */
export function readAnnotations(pdfium: Pdfium, handle: number, form: number, page: number): Hidden[] {
  const count = Math.min(pdfium.FPDFPage_GetAnnotCount(handle), maxAnnotations);
  return Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const annotation = pdfium.FPDFPage_GetAnnot(handle, i);
    const isField = pdfium.FPDFAnnot_GetSubtype(annotation) === widget;
    const texts = keys
      // The title of a field is a name for programs.
      .filter((key) => !(isField && key === 'T'))
      .map((key) =>
        withoutTags(
          key,
          readText(pdfium, (to, n) => pdfium.FPDFAnnot_GetStringValue(annotation, key, to, n)),
        ),
      );
    if (isField)
      texts.push(readText(pdfium, (to, n) => pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, to, n)));
    pdfium.FPDFPage_CloseAnnot(annotation);
    const place = `第 ${page} 页的${isField ? '表单' : '注释'}`;
    return [...new Set(texts.flatMap(lines).map(oneLine))].map((text): Hidden => ({
      kind: 'annotation',
      text,
      place,
    }));
  });
}

const withoutTags = (key: string, text: string): string =>
  key === 'RC' ? text.replaceAll(/<[^>]{0,2000}>/g, '\n') : text;

/** The form environment, which must end before the file is closed. */
export function withForm<T>(pdfium: Pdfium, file: number, use: (form: number) => T): T {
  const info = pdfium.PDFiumExt_OpenFormFillInfo();
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(file, info);
  try {
    return use(form);
  } finally {
    pdfium.PDFiumExt_ExitFormFillEnvironment(form);
    pdfium.PDFiumExt_CloseFormFillInfo(info);
  }
}
