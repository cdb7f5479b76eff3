import type { TableSheet } from './table-sheet.ts';

/**
 * Cells a spreadsheet would calculate are said to be text (CWE-1236); Japanese ones take signs of
 * full width for the others, and leave out spaces before them.
 */
const calculates = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/**
 * The sheet as CSV (RFC 4180): UTF-8 with a byte order mark, as Japanese office software expects,
 * CRLF line ends, every cell quoted. A cell that would be read as a formula begins with an
 * apostrophe.
 */
export function csvOf({ heads, rows }: TableSheet): Uint8Array {
  const lines = [heads, ...rows].map((cells) => cells.map(quoted).join(','));
  return new TextEncoder().encode(`\u{feff}${lines.join('\r\n')}\r\n`);
}

const quoted = (cell: string): string =>
  `"${(calculates.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
