import type { ReactNode } from 'react';

/** One thing to be ticked, its words beside it. */
export function Checkbox({
  isChecked,
  onChange,
  children,
}: {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="flex min-h-11 w-fit cursor-pointer items-start gap-2 rounded-8 py-2 pe-2 text-dns-16N-130 hover:bg-solid-gray-50">
      <input
        type="checkbox"
        className="mt-0.5 size-5 shrink-0 accent-key-900"
        checked={isChecked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
