import type { ReactNode } from 'react';

/** What is to be known of one thing: titles and values below each other. */
export function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[minmax(8rem,16rem)_minmax(0,1fr)] border-t border-solid-gray-200">
      {rows.map(([title, value]) => (
        <div
          key={title}
          className="col-span-2 grid grid-cols-subgrid gap-x-4 border-b border-solid-gray-200 py-2.5"
        >
          <dt className="text-dns-16B-130">{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
