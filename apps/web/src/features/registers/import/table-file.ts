/** One line of a sheet, numbered as a spreadsheet shows it. */
export interface TableRow {
  readonly line: number;
  /** What stands in each column, as text; days as `2026/04/01`, empty where nothing stands. */
  readonly cells: readonly string[];
  /** Whether the spreadsheet hides it, as a filter does. */
  readonly isHidden?: boolean;
}

/** A cell that goes over several columns, as the heads of groups do; columns count from 0. */
export interface WideCell {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** One sheet of a file; a CSV has one without a name. */
export interface TableSheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
  readonly wide?: readonly WideCell[];
}

/** Why a file is not read. */
export type TableProblem =
  | 'too-large'
  | 'too-much-inside'
  | 'old-xls'
  | 'encrypted'
  | 'not-a-table'
  | 'not-a-workbook'
  | 'damaged'
  | 'unreadable-text'
  | 'too-many-lines'
  | 'numbered-name'
  | 'empty';

/** Thrown while a file is read, and caught where reading begins: the file is no table of ours. */
export class TableFault extends Error {
  override readonly name = 'TableFault';
  readonly code: TableProblem;

  constructor(code: TableProblem, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** Most lines and columns of a sheet that are looked at. */
export const mostLines = 10_000;
export const mostColumns = 200;

/** Lines without the empty columns and lines at the end. */
export function trimmed(rows: readonly TableRow[]): readonly TableRow[] {
  if (rows.length > mostLines) throw new TableFault('too-many-lines');
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** Stands for a formula whose result the file does not hold. */
export const uncounted = '#未計算';
