/**
 * Documents of invented places with what a person reads from them. The labels are written from the documents, never
 * from what the program says.
 */
import type { Attribute } from '@gongkai/domain/attribute.ts';
import type { DocumentKind } from '@gongkai/domain/document-kind.ts';
import type { Contradiction } from '@gongkai/domain/contradiction.ts';

/** What is left out is not in the document. */
export interface Expected {
  title: string | null;
  documentNumber: string | null;
  /** Bodies of a joint document parted by 、. */
  issuer: string | null;
  writtenDate: string | null;
  mark: Attribute | null;
  secrecy?: '绝密' | '机密' | '秘密';
  kind?: DocumentKind;
  addressees?: string[];
  signers?: string[];
  urgency?: string;
  copiedTo?: string[];
  printed?: { by: string | null; date: string };
  /** Name → whether it stands in the same file. */
  attachments?: Record<string, boolean>;
  contradictions?: Contradiction['code'][];
}

export interface Labelled {
  id: string;
  /**
   * One paragraph a line. The first sign says how it is set: `^` centred and red, `=` centred title, `>` right,
   * `|` cells of a row parted by `|`, `#` in the page header, `@` in a text box; none: the body.
   */
  text: string;
  expected: Expected;
}

export interface SetLine {
  text: string;
  as: 'head' | 'title' | 'right' | 'row' | 'page-header' | 'box' | 'body';
  cells?: string[];
}

const signs: Record<string, SetLine['as']> = {
  '^': 'head',
  '=': 'title',
  '>': 'right',
  '|': 'row',
  '#': 'page-header',
  '@': 'box',
};

export const linesOf = ({ text }: Labelled): SetLine[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): SetLine => {
      const as = signs[line[0]!];
      if (as === undefined) return { text: line, as: 'body' };
      if (as !== 'row') return { text: line.slice(1), as };
      const cells = line.slice(1).split('|');
      return { text: cells.join('\t'), as, cells };
    });
