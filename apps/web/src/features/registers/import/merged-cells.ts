import { type TableRow, type WideCell, mostColumns, mostLines } from './table-file.ts';

/** The number of the column of `AB12`, from 1. */
export function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/u.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The cells that were made one, of `A1:B2`; none where it cannot be read. */
export function mergedAt(reference: string | undefined): readonly WideCell[] {
  const [first = '', last = ''] = (reference ?? '').split(':');
  const [left, right] = [columnOf(first), columnOf(last)];
  const [top, bottom] = [first, last].map((one) => Number(/\d+$/u.exec(one)?.[0] ?? Number.NaN));
  if (left === undefined || right === undefined || right > mostColumns) return [];
  if (top === undefined || bottom === undefined || !(bottom >= top && right >= left)) return [];
  return [{ top, bottom, left: left - 1, right: right - 1 }];
}

/** Most cells that what stands in a merged one is written into. */
const mostFilled = mostLines * 50;

/** Lines in which what stands in a cell over several lines stands in each of them, as it is seen. */
export function withMerged(
  rows: readonly TableRow[],
  merged: readonly WideCell[],
): readonly TableRow[] {
  const byLine = new Map(rows.map((row, index) => [row.line, index]));
  const filled = rows.map(({ cells }) => [...cells]);
  let left = mostFilled;
  for (const { top, bottom, left: column } of merged) {
    const text = filled[byLine.get(top) ?? -1]?.[column] ?? '';
    if (text === '') continue;
    const last = Math.min(bottom, top + left);
    left -= last - top;
    for (let line = top + 1; line <= last; line += 1) {
      fill(filled[byLine.get(line) ?? -1], column, text);
    }
  }
  return rows.map((row, index) => ({ ...row, cells: filled[index] ?? row.cells }));
}

function fill(cells: string[] | undefined, column: number, text: string): void {
  if (cells === undefined || (cells[column] ?? '') !== '') return;
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

/** What heads a column: the words of its line, after those of the group of columns right above. */
export function headsOf(
  rows: readonly TableRow[],
  wide: readonly WideCell[],
  head: number,
): readonly string[] {
  const row = rows[head];
  if (row === undefined) return [];
  const { line, cells } = row;
  const used = cells.flatMap((cell, column) => (cell === '' ? [] : [column]));
  const [first = 0, last = 0] = [used[0], used.at(-1)];
  const groups = wide.filter(
    ({ bottom, left, right }) => bottom === line - 1 && !(left <= first && right >= last),
  );
  const byLine = new Map(rows.slice(0, head).map((one) => [one.line, one.cells]));
  return cells.map((cell, column) => {
    const group = groups.find(({ left, right }) => left <= column && column <= right);
    const title = group === undefined ? '' : (byLine.get(group.top)?.[group.left] ?? '');
    return cell === '' || title === cell ? cell : `${title}${cell}`;
  });
}
