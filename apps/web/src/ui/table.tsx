import type { ReactNode } from 'react';

/** One column of a table. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** The column that names the row. */
  readonly isHead?: boolean;
  /** Kept short: days, numbers, marks. */
  readonly isNarrow?: boolean;
}

const cellClass = 'px-3 py-2.5 text-start align-top text-dns-16N-130 print:px-1.5 print:py-1';

/** A table with its caption; wide ones are scrolled in a frame of their own, by keyboard too. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}) {
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="overflow-x-auto rounded-8 border border-solid-gray-300 print:overflow-visible print:rounded-none"
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-solid-gray-420 bg-solid-gray-50">
            {columns.map(({ key, title, isNarrow = false }) => (
              <th
                key={key}
                scope="col"
                className={`px-3 py-2.5 text-start text-dns-14B-130 print:min-w-0 print:px-1.5 print:py-1 print:whitespace-normal ${isNarrow ? 'min-w-20 whitespace-nowrap' : 'min-w-28'}`}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className="border-b border-solid-gray-200 last:border-b-0 hover:bg-key-50"
            >
              {columns.map(({ key, cell, isHead = false }) =>
                isHead ? (
                  <th key={key} scope="row" className={`${cellClass} font-400`}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={cellClass}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
