import { Labelled, type Labels, controlClass } from './labelled.tsx';
import { messages } from './messages.ts';

/** One of a list that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of a closed list; nothing is chosen beforehand unless `value` says so. */
export function Select({
  value,
  onChange,
  choices,
  emptyLabel,
  label,
  isRequired,
  hint,
  problem,
}: Labels & {
  readonly value: string;
  readonly choices: readonly Choice[];
  /** What stands there while nothing is chosen. */
  readonly emptyLabel?: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Labelled {...{ label, isRequired, hint, problem }}>
      {(wiring) => (
        <select
          {...wiring}
          className={controlClass}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">
            {emptyLabel ?? (isRequired === true ? messages.choose : messages.none)}
          </option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
