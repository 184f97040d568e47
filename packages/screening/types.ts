/** What screening finds. */

export type Severity = 'block' | 'review' | 'note';

export type FindingKind =
  | 'identity-number'
  | 'bank-card'
  | 'account-number'
  | 'mobile-phone'
  | 'landline'
  | 'email'
  | 'sensitive-column'
  | 'person-list'
  | 'internal-phrase'
  | 'secrecy-mark';

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
    /** Chinese: where it hides, when a reader of the page would not see it. */
    hidden?: string;
  };
  /** A few characters around it with the find itself and all other numbers masked: fit for a mail. */
  excerpt: string;
  /** Chinese: the law or standard it rests on. */
  rule: string;
  /** The exact text, for highlighting and cutting. Never log it. */
  match: string;
}

/** A find within one line, before it has an id. */
export interface Hit {
  kind: FindingKind;
  severity: Severity;
  start: number;
  end: number;
}

export interface Line {
  text: string;
  kind: 'paragraph' | 'heading' | 'row';
  cells?: string[] | undefined;
}
