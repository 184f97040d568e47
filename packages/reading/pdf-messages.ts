/** What PDFium finds in a PDF, before it is made paragraphs and rows. */

/** A stretch of characters on one line without a wide gap; lengths in points, origin at the lower left. */
export interface Run {
  text: string;
  left: number;
  right: number;
  /** Of the baseline. */
  y: number;
  /** Of the font. */
  size: number;
}

export interface PdfPage {
  /** In the order of the file's text. */
  runs: Run[];
  images: number;
}

export type PdfAnswer =
  | {
      ok: true;
      pages: PdfPage[];
      /** Characters, and how many of them have no certain meaning (no ToUnicode map). */
      characters: number;
      unmapped: number;
      annotations: string[];
      attachments: number;
    }
  | { ok: false; code: 'encrypted' | 'damaged' | 'too-large' };
