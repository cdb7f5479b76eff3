/** A part of a document's body; each may have a heading of its own. */
export type Section =
  | FieldsSection
  | TableSection
  | ParagraphsSection
  | StatementsSection
  | RemarksSection;

/** Labels with their values, in a bordered table of two columns. */
export interface FieldsSection {
  readonly kind: 'fields';
  readonly heading?: string;
  readonly rows: readonly FieldRow[];
}

/** One label and its value; an empty value leaves a blank to be filled in by hand. */
export interface FieldRow {
  readonly label: string;
  readonly value: string;
  /** Keys and fingerprints: printed in letters of one width that cannot be mixed up. */
  readonly code?: boolean;
}

/** Rows under heads that are repeated on every page the table runs over. */
export interface TableSection {
  readonly kind: 'table';
  readonly heading?: string;
  /** At least one. */
  readonly columns: readonly TableColumn[];
  /** As many cells in each row as there are columns; no rows print as 該当なし. */
  readonly rows: readonly (readonly string[])[];
  /** Which rows are struck through (取消し), by their place; all but the columns that never are. */
  readonly struck?: readonly number[];
  /** Lines that are struck through in the cells of such rows that never are as a whole. */
  readonly struckLines?: readonly string[];
}

/** A column of a table. Neighbouring columns with the same `group` stand under one head. */
export interface TableColumn {
  readonly head: string;
  readonly group?: string;
  /** Its part of the table's width, relative to the other columns; more than 0. */
  readonly share: number;
  readonly align: 'left' | 'center' | 'right';
  /** Says why a row is struck through, and so is read in any row. */
  readonly isNeverStruck?: boolean;
}

/** Running text; every paragraph is indented by one character. */
export interface ParagraphsSection {
  readonly kind: 'paragraphs';
  readonly heading?: string;
  readonly paragraphs: readonly string[];
}

/** Sentences with a box before them that is ticked ☑ or not ☐. */
export interface StatementsSection {
  readonly kind: 'statements';
  readonly heading?: string;
  readonly statements: readonly Statement[];
}

/** One sentence and whether it is said. */
export interface Statement {
  readonly text: string;
  readonly checked: boolean;
}

/** 備考: a bordered box; no lines leave room for writing by hand. */
export interface RemarksSection {
  readonly kind: 'remarks';
  readonly heading?: string;
  readonly lines: readonly string[];
}
