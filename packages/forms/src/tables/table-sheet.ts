import type { OfficeDocument } from '../office-document.ts';

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

/**
 * The table of a sheet: its first table, with the heads of grouped columns under their group, and
 * the fields above it. A document without a table has neither heads nor rows.
 */
export function tableSheetOf({ title, sections }: OfficeDocument): TableSheet {
  const table = sections.find((section) => section.kind === 'table');
  const fields = sections.flatMap((section) => (section.kind === 'fields' ? section.rows : []));
  const heads = (table?.columns ?? []).map(({ head, group }) =>
    [group, head.replaceAll('\n', '')].filter(Boolean).join('・'),
  );
  return {
    title,
    about: fields.map(({ label, value }) => [label, value] as const),
    heads,
    rows: table?.rows ?? [],
    isStruck: (row, column) =>
      table?.struck?.includes(row) === true && table.columns[column]?.isNeverStruck !== true,
  };
}
