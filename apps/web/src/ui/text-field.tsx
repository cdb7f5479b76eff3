import type { ComponentProps } from 'react';
import { Labelled, type Labels, controlClass } from './labelled.tsx';

type InputProps = Pick<
  ComponentProps<'input'>,
  'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'name' | 'ref' | 'autoFocus' | 'spellCheck'
>;

/** One line of text. */
export function TextField({
  value,
  onChange,
  isShort = false,
  label,
  isRequired,
  hint,
  problem,
  ...rest
}: Labels &
  InputProps & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    /** As wide as a number of a few digits. */
    readonly isShort?: boolean;
  }) {
  return (
    <Labelled {...{ label, isRequired, hint, problem }}>
      {(wiring) => (
        <input
          {...rest}
          {...wiring}
          className={`${controlClass} ${isShort ? 'max-w-40' : ''}`}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Labelled>
  );
}

/** Several lines of text. */
export function TextArea({
  value,
  onChange,
  rows = 3,
  label,
  isRequired,
  hint,
  problem,
}: Labels & {
  readonly value: string;
  readonly rows?: number;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Labelled {...{ label, isRequired, hint, problem }}>
      {(wiring) => (
        <textarea
          {...wiring}
          rows={rows}
          className={controlClass}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Labelled>
  );
}
