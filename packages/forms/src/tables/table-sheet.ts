import type { OfficeDocument } from '../office-document.ts';
import type { TableColumn, TableSection } from '../section.ts';

/** A sheet as rows of texts, for files that are calculated with or imported elsewhere. */
export interface TableSheet {
  readonly title: string;
  /** What stands above the table on paper: contract, parties, clause, day. */
  readonly about: readonly (readonly [label: string, value: string])[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether a cell is struck through (取消し), by the places of its row and column. */
  readonly isStruck: (row: number, column: number) => boolean;
}

const struckHead = '取消し';

/**
 * The table of a sheet: its first table, with the heads of grouped columns under their group, and
 * the fields above it. A document without a table has neither heads nor rows. What a sheet of paper
 * strikes through, a register's has in a last column in words: files lose how text is drawn.
 */
export function tableSheetOf({ title, sections }: OfficeDocument): TableSheet {
  const table = sections.find((section) => section.kind === 'table');
  const fields = sections.flatMap((section) => (section.kind === 'fields' ? section.rows : []));
  const heads = (table?.columns ?? []).map(({ head, group }) =>
    [group, head.replaceAll('\n', '')].filter(Boolean).join('・'),
  );
  const tellsStruck = table?.columns.some(({ isNeverStruck }) => isNeverStruck) === true;
  return {
    title,
    about: fields.map(({ label, value }) => [label, value] as const),
    heads: tellsStruck ? [...heads, struckHead] : heads,
    rows: tellsStruck ? withStruck(table) : (table?.rows ?? []),
    isStruck: (row, column) =>
      table?.struck?.includes(row) === true && isEverStruck(table.columns[column]),
  };
}

/** The rows, each with what of it is struck out: the line, and the marks along with it. */
function withStruck({ rows, columns, struck = [], struckLines = [] }: TableSection) {
  return rows.map((row, place) => {
    if (!struck.includes(place)) return [...row, ''];
    const kept = row.filter((_cell, column) => columns[column]?.isNeverStruck === true);
    const marks = kept
      .flatMap((cell) => cell.split('\n'))
      .filter((one) => struckLines.includes(one));
    const along = marks.map((mark) => `行とともに取消し：${mark}`);
    return [...row, ['取消し済みの行', ...along].join('\n')];
  });
}

const isEverStruck = (column: TableColumn | undefined): boolean =>
  column !== undefined && column.isNeverStruck !== true;
