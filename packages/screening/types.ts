/** What screening finds. */

export type Severity = 'block' | 'review' | 'note';

export type FindingKind =
  | 'identity-number'
  | 'bank-card'
  | 'account-number'
  | 'certificate-number'
  | 'mobile-phone'
  | 'landline'
  | 'email'
  | 'social-account'
  | 'plate-number'
  | 'address'
  | 'birth-date'
  | 'health'
  | 'disability'
  | 'hardship'
  | 'minor'
  | 'religion'
  | 'ethnicity'
  | 'track'
  | 'sensitive-column'
  | 'person-list'
  | 'internal-phrase'
  | 'secrecy-mark'
  | 'map'
  | 'wording';

export interface Finding {
  /** `f1`, `f2`, … in the order of the text. */
  id: string;
  kind: FindingKind;
  severity: Severity;
  place: {
    /** Index of the block; with `hidden`, of the hidden text; 0 for the file name. */
    line: number;
    /** Offsets in UTF-16 units in that line, end exclusive. */
    start: number;
    end: number;
    /** Index of the cell, when the line is a row of a table. */
    cell?: number;
    /** Chinese: where it hides, when a reader of the page would not see it. */
    hidden?: string;
  };
  /** `column`: the place is the heading of a column, and the find is about the cells below it. */
  scope?: 'column';
  /** Belongs to the least that a list must tell when a law orders it to be posted. */
  leastData?: true;
  /** What the find is called where it stands, with the find itself masked: fit for a mail. */
  excerpt: string;
  /** Chinese: what is asked of the reviewer. */
  rule: string;
  /** Chinese: the law or standard it rests on. */
  law: string;
  /** One Chinese sentence: by which signs it was found. Quotes nothing of a person. */
  why: string;
  /** The exact text, for highlighting and cutting; a line feed where it runs over a line end. Never log it. */
  match: string;
}

/** A find within one line, before it has an id. */
export interface Hit {
  kind: FindingKind;
  severity: Severity;
  start: number;
  end: number;
  why: string;
  scope?: 'column';
  leastData?: true;
  /** Where a number goes on in the next line: behind its last unit there. */
  over?: number;
}

/** A line as reading gives it. */
export interface Line {
  text: string;
  kind: 'paragraph' | 'heading' | 'row';
  cells?: string[] | undefined;
  table?: number | undefined;
  part?: string | undefined;
  /** What stands above each cell, where the row itself is all there is of its table. */
  headings?: string[] | undefined;
}
