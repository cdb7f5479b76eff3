import type { Mapping } from './guess-columns.ts';
import type { TableRow } from './table-file.ts';

/** The lines under the heads that are rows of a register. */
export interface RowsBelow {
  readonly rows: readonly TableRow[];
  /** How many lines the spreadsheet hides, and how many have nothing in any column that is read. */
  readonly hidden: number;
  readonly empty: number;
}

/** Tells lines with something in a column that is read from those hidden and those left empty. */
export function rowsBelow(
  lines: readonly TableRow[],
  how: { readonly head: number; readonly mapping: Mapping; readonly readsHidden: boolean },
): RowsBelow {
  const below = lines.slice(how.head + 1);
  const seen = below.filter(({ isHidden = false }) => how.readsHidden || !isHidden);
  const rows = seen.filter(({ cells }) => hasAny(cells, how.mapping));
  const hidden = below.filter(({ isHidden = false }) => isHidden).length;
  return { rows, hidden, empty: seen.length - rows.length };
}

/** Whether anything stands in a column that is read; all lines count until one is. */
function hasAny(cells: readonly string[], mapping: Mapping): boolean {
  const columns = Object.values(mapping);
  return columns.length === 0 || columns.some((column) => (cells[column] ?? '').trim() !== '');
}
