import type { Sorting } from './table.tsx';

/** By what a list is ordered; without it, by number and the newest first. */
interface Sorted<Sort extends string> {
  readonly sort?: Sort | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

/** The first press orders upwards, the next one downwards. */
export function sortingBy<Sort extends string>(
  sort: Sort,
  { sort: by, order = 'desc' }: Sorted<Sort>,
  onSort: (sorted: { readonly sort: Sort; readonly order: 'asc' | 'desc' }) => void,
): Sorting {
  const isBy = (by ?? 'number') === sort;
  const isUpwards = isBy && order === 'asc';
  const state = !isBy ? 'none' : isUpwards ? 'ascending' : 'descending';
  return { state, onSort: () => onSort({ sort, order: isUpwards ? 'desc' : 'asc' }) };
}
