import { useId } from 'react';
import { type Labels, NeedMark } from './labelled.tsx';
import type { Choice } from './select.tsx';

/** One of a few, all of them seen at once. */
export function RadioGroup({
  value,
  onChange,
  choices,
  label,
  isRequired,
  hint,
  problem,
}: Labels & {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  const notes = `${hint === undefined ? '' : `${id}-hint `}${problem === undefined ? '' : `${id}-problem`}`;
  return (
    <fieldset aria-describedby={notes === '' ? undefined : notes.trim()}>
      <legend className="flex flex-wrap items-center gap-2 text-std-16B-170">
        {label}
        <NeedMark isRequired={isRequired} />
      </legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-dns-14N-130 text-solid-gray-700">
          {hint}
        </p>
      )}
      <div className="flex flex-wrap gap-x-6">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-11 cursor-pointer items-center gap-2 text-dns-16N-130"
          >
            <input
              type="radio"
              name={id}
              className="size-5 accent-key-900"
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {problem !== undefined && (
        <p id={`${id}-problem`} className="text-dns-16N-130 text-error-2">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
