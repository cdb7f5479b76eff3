import type { ReactNode } from 'react';

/** What is to be known of one thing: titles and values below each other, each a `Fact`. */
export function FactList({ children }: { readonly children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[minmax(8rem,16rem)_minmax(0,1fr)] border-t border-solid-gray-200">
      {children}
    </dl>
  );
}

/** One title and its value. */
export function Fact({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="col-span-2 grid grid-cols-subgrid items-baseline gap-x-4 border-b border-solid-gray-200 py-2.5">
      <dt className="text-dns-16B-130">{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Facts that are known all at once, in order. */
export function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <FactList>
      {rows.map(([title, value]) => (
        <Fact key={title} title={title}>
          {value}
        </Fact>
      ))}
    </FactList>
  );
}
