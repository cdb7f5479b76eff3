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
  /** Holds nothing but what is pressed, so that paper does without it. */
  readonly isForScreen?: boolean;
  /** How the rows are ordered by it now, and what orders them by it; left out where nothing does. */
  readonly sorting?: Sorting;
}

/** The order of rows by one column. */
export interface Sorting {
  readonly state: 'ascending' | 'descending' | 'none';
  readonly onSort: () => void;
}

// Names are broken anywhere rather than after their first letter.
const cellClass =
  'px-3 py-2.5 text-start align-baseline text-dns-16N-130 [word-break:normal] print:px-1.5 print:py-1';

/** With more columns than this a table is printed on paper laid across. */
const uprightColumns = 6;

/** A table of no more rows than this is not parted between two sheets. */
const keptTogether = 8;

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
      className={`overflow-x-auto rounded-8 border border-solid-gray-300 print:overflow-visible print:rounded-none ${rows.length <= keptTogether ? 'print:break-inside-avoid' : ''}`}
      {...(columns.length > uprightColumns && { 'data-paper': 'across' })}
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-solid-gray-420 bg-solid-gray-50">
            {columns.map(({ key, title, isNarrow = false, isForScreen = false, sorting }) => (
              <th
                key={key}
                scope="col"
                aria-sort={sorting?.state}
                className={`px-3 py-2.5 text-start text-dns-14B-130 print:min-w-0 print:px-1.5 print:py-1 ${isNarrow ? 'min-w-20 whitespace-nowrap' : 'min-w-28'} ${isForScreen ? 'print:hidden' : ''}`}
              >
                {sorting === undefined ? title : <SortingHead title={title} {...sorting} />}
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
              {columns.map(({ key, cell, isHead = false, isForScreen = false }) =>
                isHead ? (
                  <th key={key} scope="row" className={`${cellClass} font-400`}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={`${cellClass} ${isForScreen ? 'print:hidden' : ''}`}>
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

const signs = { ascending: '▲', descending: '▼', none: '' } as const;

/** Buttons are not drawn in heads that a browser repeats on the next sheet: there it is words. */
function SortingHead(props: Sorting & { readonly title: string }) {
  return (
    <>
      <SortButton {...props} />
      <span className="hidden print:inline">{props.title}</span>
    </>
  );
}

function SortButton({ title, state, onSort }: Sorting & { readonly title: string }) {
  return (
    <button
      type="button"
      onClick={onSort}
      className="-mx-1 inline-flex min-h-8 cursor-pointer items-center gap-1 rounded-4 px-1 text-start font-700 underline decoration-dotted underline-offset-4 hover:bg-key-50 print:hidden"
    >
      {title}
      <span aria-hidden="true">{signs[state]}</span>
    </button>
  );
}
