/** What reading a file gives: its text in blocks, what it says about itself, and what a reader would not see. */
import type { Metadata } from '@gongkai/domain/document.ts';
import type { Particulars } from '@gongkai/domain/particulars.ts';
import type { OcrPicture } from './ocr.ts';
import type { LayoutPage } from './page-layout.ts';

export interface Block {
  /** One line: no line breaks. A row's cells are joined with tabs. */
  text: string;
  kind: 'paragraph' | 'heading' | 'row';
  /** Cells of a table row, in the order of the columns; a merged cell is followed by empty ones. */
  cells?: string[];
  /** Outside the body: page header, page footer, foot- or endnote, text box. */
  part?: 'header' | 'footer' | 'note' | 'box';
  /** Counts the tables of the file from 1, a sheet of a workbook being one; the rows of a table share it. */
  table?: number;
  /** Counts pages, slides or sheets from 1, where the format has them. */
  page?: number;
}

/** Text that somebody who looks at the page does not see. */
export interface Hidden {
  kind:
    | 'deleted'
    | 'vanished'
    | 'comment'
    | 'field'
    | 'alternative'
    | 'property'
    | 'other-part'
    | 'annotation'
    | 'hidden-column'
    | 'hidden-row'
    | 'hidden-sheet'
    /** Drawn, but not to be seen: white on white, outside the page, under a box or a picture, of no size. */
    | 'invisible'
    /** A file inside the file. */
    | 'embedded'
    /** In an earlier save that the file still carries. */
    | 'earlier-save'
    | 'speaker-note';
  text: string;
  /** Chinese, for people. */
  place: string;
  /** Cells of a hidden row, or of the hidden columns of one row. */
  cells?: string[];
  /** What stands above each of `cells` in the table's heading row; empty where nothing does. */
  headings?: string[];
}

export interface Found {
  /** The line or lines it was read from. */
  where: string;
  /** Index of the first of these in `blocks`. */
  line: number;
  certainty: 'certain' | 'likely';
}

export interface Secrecy {
  level: '绝密' | '机密' | '秘密';
  /** Index of the block. */
  line: number;
  /** Chinese, for the department; quotes nothing of the document but the level. */
  reason: string;
}

/** Pictures in whose place no text was read. */
export interface Picture {
  /** Chinese, for people: `正文`, `第 3 页`, `工作表“名单”`. */
  place: string;
  count: number;
  /** A page that is nothing but a picture. */
  scan?: true;
}

/** What the bytes are: a `.wps` is a `doc`, an `.et` an `xls` or `xlsx`, whatever the name says. */
export type ReadType =
  | 'txt'
  | 'csv'
  | 'html'
  | 'rtf'
  | 'doc'
  | 'docx'
  | 'xls'
  | 'xlsx'
  | 'pptx'
  | 'pdf'
  | 'ofd'
  | 'jpg'
  | 'png'
  | 'gif'
  | 'tif'
  | 'bmp'
  | 'webp'
  | 'zip';

export interface Read {
  ok: true;
  type: ReadType;
  /** `blocks` joined with line feeds. */
  text: string;
  blocks: Block[];
  metadata: Metadata;
  found: Partial<Record<keyof Metadata, Found>>;
  /** Everything else the document says about itself. */
  particulars: Particulars;
  hidden: Hidden[];
  /** What a person has to look at, because nothing was read there. */
  pictures: Picture[];
  /** Chinese sentences: what could not be read or was not found. */
  problems: string[];
  /** Those of the problems that doubt the document as a document: an annex has neither date nor mark. */
  doubts: string[];
  /** Some of the text is what a machine made out in a scan: any character of it may be wrong. */
  scanned?: true;
  /** Present when the header area carries a secrecy mark: such a file must not be kept. */
  secrecy?: Secrecy;
}

export type RefusalCode =
  | 'empty'
  | 'too-large'
  | 'encrypted'
  | 'damaged'
  | 'unsupported'
  | 'no-text'
  | 'too-slow'
  /** A fault of the reader itself. */
  | 'failed';

export interface Unread {
  ok: false;
  /** What the bytes are, as far as they tell. */
  type: string | null;
  code: RefusalCode;
  /** Chinese; says what to do. */
  message: string;
  /** With `failed`: where in the reader, without what the error said. */
  fault?: string;
}

export type ReadResult = Read | Unread;

/** What a reader of one format gives. */
export interface Content {
  blocks: Block[];
  hidden: Hidden[];
  problems: string[];
  pictures?: Picture[];
  /** Some of the text, also of files inside this one, is what a machine made out in a scan. */
  scanned?: true;
  /** A mark in a file inside this one; its own is looked for in `blocks`. */
  secrecy?: Secrecy;
}

/** Reads the bytes of one format. Throws a Refusal. */
export type Reader = (bytes: Uint8Array, reading: Reading) => Content | Promise<Content>;

/** What a reader is given besides the bytes. */
export interface Reading {
  /** On the clock of `performance.now()`. */
  deadline: number;
  /** Reads a file inside the file as a file of its own. Never throws for what it contains. */
  inner(bytes: Uint8Array): Promise<Inner>;
  /** Reads the text in a picture. Undefined when it was not looked at: the budget for pictures is used up. */
  recognise: (picture: OcrPicture) => Promise<LayoutPage | undefined>;
}

export type Inner = { ok: true; type: ReadType; content: Content } | Unread;
