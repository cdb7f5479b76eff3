import { formatEraWithYear } from '@kanribo/kernel';
import { useId } from 'react';
import { readDayText } from './date-field.tsx';
import { type Labels, NeedMark, controlClass } from './labelled.tsx';
import { messages } from './messages.ts';
import { type TypedMoment, readTime } from './moment-text.ts';

/** A day and a time of Tokyo. */
export function MomentField({
  value,
  onChange,
  label,
  isRequired,
  hint = `${messages.dayHint}　${messages.timeHint}`,
  problem,
}: Labels & { readonly value: TypedMoment; readonly onChange: (value: TypedMoment) => void }) {
  const id = useId();
  const read = readDayText(value.day);
  const found = problem ?? problemIn(value);
  const described = `${id}-hint${found === undefined ? '' : ` ${id}-problem`}`;
  return (
    <fieldset className="flex flex-col gap-1.5" aria-describedby={described}>
      <legend className="mb-1.5 flex flex-wrap items-center gap-2 text-std-16B-170">
        {label}
        <NeedMark isRequired={isRequired} />
      </legend>
      <p id={`${id}-hint`} className="text-dns-14N-130 text-solid-gray-700">
        {hint}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <input
          aria-label={messages.date}
          aria-invalid={found !== undefined}
          className={`${controlClass} max-w-44`}
          autoComplete="off"
          value={value.day}
          onChange={({ target }) => onChange({ ...value, day: target.value })}
        />
        <input
          aria-label={messages.time}
          aria-invalid={found !== undefined}
          className={`${controlClass} max-w-28`}
          autoComplete="off"
          inputMode="numeric"
          value={value.time}
          onChange={({ target }) => onChange({ ...value, time: target.value })}
        />
        {read.ok && (
          <span className="text-dns-14N-130 text-solid-gray-700">
            {formatEraWithYear(read.value)}
          </span>
        )}
      </div>
      {found !== undefined && (
        <p id={`${id}-problem`} className="text-dns-16N-130 text-error-2">
          {found}
        </p>
      )}
    </fieldset>
  );
}

function problemIn({ day, time }: TypedMoment): string | undefined {
  const read = readDayText(day);
  if (day.length >= 8 && !read.ok) return messages.dayProblems[read.error];
  return time.length >= 4 && readTime(time) === undefined ? messages.timeProblem : undefined;
}
