import { addDays, daysBetween, formatEraWithYear, parseDay } from '@kanribo/kernel';
import { useEffect, useRef, useState } from 'react';
import { useContract } from '../../layout/contract-shell.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { messages } from './messages.ts';

/** The day asked about, and how it is read. */
export interface AsOfDay {
  readonly day: string;
  readonly reading: 'happened' | 'known';
}

const settleMs = 200;
const daysWithoutStart = 365;

/** The slider over the days of the contract, and the two ways to read a day. */
export function AsOf({
  day,
  reading,
  onChange,
}: AsOfDay & { readonly onChange: (asOf: AsOfDay) => void }) {
  const { startsOn, endsOn, today: todayText } = useContract();
  const today = parseDay(todayText);
  const [moved, setMoved] = useState<number>();
  const settle = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(settle.current), []);
  const asked = parseDay(day);
  if (!today.ok || !asked.ok) return null;
  const start = parseDay(startsOn ?? '');
  const end = parseDay(endsOn ?? '');
  const first = addDays(start.ok && start.value < today.value ? start.value : today.value, -31);
  const earliest = start.ok ? first : addDays(today.value, -daysWithoutStart);
  const latest = end.ok && end.value > today.value ? end.value : today.value;
  const at = moved ?? daysBetween(earliest, asked.value);
  const move = (days: number) => {
    setMoved(days);
    clearTimeout(settle.current);
    settle.current = setTimeout(() => {
      setMoved(undefined);
      onChange({ day: addDays(earliest, days), reading });
    }, settleMs);
  };
  const shown = formatEraWithYear(addDays(earliest, at));
  return (
    <section
      aria-label={messages.asOf}
      className="flex flex-wrap items-start gap-x-10 gap-y-4 rounded-8 bg-solid-gray-50 p-4 print:bg-white print:p-0"
    >
      <div className="flex min-w-72 flex-1 flex-col gap-2">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-std-16B-170">{messages.asOf}</span>
          <output className="text-std-18B-160 tabular-nums">{shown}</output>
          {day !== todayText && (
            <Button
              look="text"
              className="min-h-8!"
              onClick={() => onChange({ day: todayText, reading })}
            >
              {messages.toToday}
            </Button>
          )}
        </p>
        <input
          type="range"
          aria-label={messages.asOfLabel}
          aria-valuetext={shown}
          min={0}
          max={daysBetween(earliest, latest)}
          value={at}
          onChange={({ target }) => move(Number(target.value))}
          className="h-8 w-full cursor-pointer accent-key-900 print:hidden"
        />
      </div>
      <RadioGroup
        label={messages.reading}
        isRequired
        hint={messages.readingHints[reading]}
        value={reading}
        choices={[
          { value: 'happened', label: messages.readings.happened },
          { value: 'known', label: messages.readings.known },
        ]}
        onChange={(chosen) => onChange({ day, reading: chosen === 'known' ? 'known' : 'happened' })}
      />
    </section>
  );
}
