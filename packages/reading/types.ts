/** What reading a file gives: its text in blocks, what it says about itself, and what a reader would not see. */
import type { Metadata } from '@gongkai/domain/document.ts';

export interface Block {
  /** One line: no line breaks. A row's cells are joined with tabs. */
  text: string;
  kind: 'paragraph' | 'heading' | 'row';
  /** Cells of a table row, in the order of the columns; a merged cell is followed by empty ones. */
  cells?: string[];
  /** Outside the body: page header, page footer, foot- or endnote. */
  part?: 'header' | 'footer' | 'note';
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
    | 'annotation';
  text: string;
  /** Chinese, for people. */
  place: string;
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

export type ReadType = 'txt' | 'docx' | 'pdf';

export interface Read {
  ok: true;
  type: ReadType;
  /** `blocks` joined with line feeds. */
  text: string;
  blocks: Block[];
  metadata: Metadata;
  found: Partial<Record<keyof Metadata, Found>>;
  hidden: Hidden[];
  /** Chinese sentences: what could not be read or was not found. */
  problems: string[];
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
  | 'too-slow';

export interface Unread {
  ok: false;
  /** What the bytes are, as far as they tell. */
  type: string | null;
  code: RefusalCode;
  /** Chinese; says what to do. */
  message: string;
}

export type ReadResult = Read | Unread;

/** What a reader of one format gives. */
export interface Content {
  blocks: Block[];
  hidden: Hidden[];
  problems: string[];
}
