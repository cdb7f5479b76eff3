import { type ReactNode, useId, useState } from 'react';
import { Checkbox } from '../checkbox.tsx';
import { type Labels, NeedMark, controlClass } from '../labelled.tsx';
import { messages } from '../messages.ts';
import type { Choice } from '../select.tsx';

const manyChoices = 12;

/** Several of a list, with a box to narrow a long one down. */
export function ManyChoices({
  value,
  onChange,
  choices,
  label,
  isRequired,
  problem,
  loading,
}: Labels & {
  readonly value: readonly string[];
  readonly choices: readonly Choice[];
  readonly onChange: (value: readonly string[]) => void;
  /** Shown in place of the list while it is not there. */
  readonly loading?: ReactNode;
}) {
  const id = useId();
  const [asked, setAsked] = useState('');
  const shown = choices.filter(
    (choice) => choice.label.includes(asked) || value.includes(choice.value),
  );
  return (
    <fieldset
      className="flex flex-col gap-2"
      aria-describedby={problem === undefined ? undefined : `${id}-problem`}
    >
      <legend className="mb-1.5 flex flex-wrap items-center gap-2 text-std-16B-170">
        {label}
        <NeedMark isRequired={isRequired} />
      </legend>
      {choices.length > manyChoices && (
        <input
          aria-label={`${label}：${messages.filterChoices}`}
          placeholder={messages.filterChoices}
          className={`${controlClass} max-w-80`}
          value={asked}
          onChange={({ target }) => setAsked(target.value)}
        />
      )}
      {loading}
      {loading === undefined && choices.length === 0 && (
        <p className="text-dns-16N-130 text-solid-gray-700">{messages.noChoices}</p>
      )}
      <Boxes {...{ shown, value, onChange }} />
      {value.length > 0 && (
        <p className="text-dns-14N-130 text-solid-gray-700" aria-live="polite">
          {messages.chosen(value.length)}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="text-dns-16N-130 text-error-2">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

function Boxes({
  shown,
  value,
  onChange,
}: {
  readonly shown: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}) {
  if (shown.length === 0) return null;
  const toggled = (one: string, isChosen: boolean) =>
    isChosen ? [...value, one] : value.filter((chosen) => chosen !== one);
  return (
    <div className="flex max-h-64 flex-col overflow-y-auto rounded-8 border border-solid-gray-420 px-3 py-1">
      {shown.map((choice) => (
        <Checkbox
          key={choice.value}
          isChecked={value.includes(choice.value)}
          onChange={(isChosen) => onChange(toggled(choice.value, isChosen))}
        >
          {choice.label}
        </Checkbox>
      ))}
    </div>
  );
}
