import { formatEraWithYear, readTypedDay } from '@kanribo/kernel';
import { useState } from 'react';
import { Labelled, type Labels, controlClass } from './labelled.tsx';
import { messages } from './messages.ts';

/** Eight digits in a row are read as well: quickest to type on a numeric block. */
export function readDayText(text: string): ReturnType<typeof readTypedDay> {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text.normalize('NFKC').trim());
  return readTypedDay(digits === null ? text : digits.slice(1).join('-'));
}

/**
 * A day typed in any of the usual ways, with what was understood beside it. `value` is what was
 * typed; `readDayText` gives the day of it.
 */
export function DateField({
  value,
  onChange,
  label,
  isRequired,
  hint = messages.dayHint,
  problem,
}: Labels & { readonly value: string; readonly onChange: (value: string) => void }) {
  const [isLeft, setLeft] = useState(false);
  const read = readDayText(value);
  const misread = value !== '' && isLeft && !read.ok ? messages.dayProblems[read.error] : undefined;
  return (
    <Labelled
      {...{ label, isRequired, hint }}
      problem={misread ?? problem}
      note={
        read.ok && (
          <p className="text-dns-14N-130 text-solid-gray-700" aria-live="polite">
            {formatEraWithYear(read.value)}
          </p>
        )
      }
    >
      {(wiring) => (
        <input
          {...wiring}
          className={`${controlClass} max-w-64`}
          inputMode="text"
          autoComplete="off"
          value={value}
          onBlur={() => setLeft(true)}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Labelled>
  );
}
