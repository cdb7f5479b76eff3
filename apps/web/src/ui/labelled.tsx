import { type ReactNode, useId } from 'react';
import { messages } from './messages.ts';

/** What every control of a form has beside it. */
export interface Labels {
  readonly label: string;
  /** Whether it must be filled in; left out where nothing is filled in, as in a filter. */
  readonly isRequired?: boolean | undefined;
  /** How to fill it in. */
  readonly hint?: string | undefined;
  /** What is wrong with what stands in it. */
  readonly problem?: string | undefined;
}

/** What the control itself has to carry, so that its label and notes are read out with it. */
export interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean;
}

/** Class of a control one types into. */
export const controlClass =
  'min-h-12 w-full rounded-8 border border-solid-gray-600 bg-white px-3 py-2 text-std-16N-170 text-solid-gray-800 hover:border-black aria-invalid:border-error-1 disabled:border-solid-gray-300 disabled:bg-solid-gray-50 disabled:text-solid-gray-536';

/** Label, hint and problem around one control, tied to it. */
export function Labelled({
  label,
  isRequired,
  hint,
  problem,
  note,
  children,
}: Labels & {
  /** Shown under the control: what was understood of it. */
  readonly note?: ReactNode;
  readonly children: (wiring: Wiring) => ReactNode;
}) {
  const id = useId();
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(problem === undefined ? [] : [`${id}-problem`]),
  ];
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="flex w-fit flex-wrap items-center gap-2 text-std-16B-170">
        {label}
        <NeedMark isRequired={isRequired} />
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-dns-14N-130 text-solid-gray-700">
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': problem !== undefined,
        'aria-required': isRequired === true,
      })}
      {note}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="text-dns-16N-130 text-error-2">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Whether a control must be filled in, in words. */
export function NeedMark({ isRequired }: { readonly isRequired: boolean | undefined }) {
  if (isRequired === undefined) return null;
  return isRequired ? (
    <span className="text-oln-14N-100 text-error-2">{`※${messages.required}`}</span>
  ) : (
    <span className="text-oln-14N-100 text-solid-gray-700">{`（${messages.optional}）`}</span>
  );
}
