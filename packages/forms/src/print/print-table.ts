import type { TableColumn, TableSection } from '../section.ts';
import { type PrintText, breakPhrases, linesTaken } from './break-text.ts';
import { cellInset, lettersIn } from './sheet.ts';

/** A table as the template takes it; widths in millimetres, size in points. */
export interface PrintTable {
  readonly size: number;
  readonly widths: readonly number[];
  readonly aligns: readonly TableColumn['align'][];
  /** One or two rows of heads. */
  readonly heads: readonly (readonly PrintHead[])[];
  readonly rows: readonly PrintRow[];
}

/** A head and how many columns and head rows it spans. */
interface PrintHead {
  readonly text: PrintText;
  readonly columns: number;
  readonly rows: number;
}

/** A row stays on one page unless it is too tall for that to look well. */
interface PrintRow {
  readonly cells: readonly PrintText[];
  /** Which of the lines of each cell are struck through; empty where none is. */
  readonly struck: readonly (readonly boolean[])[];
  readonly breakable: boolean;
}

const tallestWholeRow = 12;

/** Works out the widths, heads and places to break of a table in the width there is. */
export function printTable(
  { columns, rows, struck = [], struckLines = [] }: TableSection,
  widthMm: number,
): PrintTable {
  const size = sizeFor(columns.length);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / shares) * widthMm);
  const letters = widths.map((width) => lettersIn(width - 2 * cellInset, size));
  return {
    size,
    widths,
    aligns: columns.map(({ align }) => align),
    heads: headRows(columns, letters),
    rows: rows.map((cells, row) => ({
      ...printRow(cells, letters),
      struck: columns.map(({ isNeverStruck = false }, index) => {
        if (!struck.includes(row)) return [];
        const lines = (cells[index] ?? '').split('\n');
        return lines.map((line) => !isNeverStruck || struckLines.includes(line));
      }),
    })),
  };
}

function sizeFor(columnCount: number): number {
  if (columnCount <= 6) return 9.5;
  return columnCount <= 9 ? 9 : 8;
}

function printRow(cells: readonly string[], letters: readonly number[]): Omit<PrintRow, 'struck'> {
  const lines = cells.map((cell, index) => linesTaken(cell, letters[index] ?? 2));
  return {
    cells: cells.map((cell, index) => breakPhrases(cell, letters[index] ?? 2)),
    breakable: Math.max(...lines) > tallestWholeRow,
  };
}

function headRows(
  columns: readonly TableColumn[],
  letters: readonly number[],
): readonly (readonly PrintHead[])[] {
  const text = (head: string, index: number): PrintText => breakPhrases(head, letters[index] ?? 2);
  if (columns.every(({ group }) => group === undefined)) {
    return [columns.map(({ head }, index) => ({ text: text(head, index), columns: 1, rows: 1 }))];
  }
  const upper = columns.flatMap((column, index) => {
    if (column.group === undefined)
      return [{ text: text(column.head, index), columns: 1, rows: 2 }];
    if (columns[index - 1]?.group === column.group) return [];
    const span = groupLength(columns, index);
    const room = letters.slice(index, index + span).reduce((sum, each) => sum + each, 0);
    return [{ text: breakPhrases(column.group, room), columns: span, rows: 1 }];
  });
  const lower = columns.flatMap(({ head, group }, index) =>
    group === undefined ? [] : [{ text: text(head, index), columns: 1, rows: 1 }],
  );
  return [upper, lower];
}

function groupLength(columns: readonly TableColumn[], start: number): number {
  const group = columns[start]?.group;
  const end = columns.findIndex((column, index) => index > start && column.group !== group);
  return (end === -1 ? columns.length : end) - start;
}
