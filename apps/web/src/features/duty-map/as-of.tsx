import { type Day, addDays, daysBetween, formatEraWithYear, parseDay } from '@kanribo/kernel';
import { useEffect, useRef, useState } from 'react';
import { type ContractHead, useContract } from '../../layout/contract-shell.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { messages } from './messages.ts';

/** The day asked about, and how it is read. */
export interface AsOfDay {
  readonly day: string;
  readonly reading: 'happened' | 'known';
}

const settleMs = 200;
const daysBefore = 31;
const daysWithoutStart = 365;

/** The slider over the days of the contract, and the two ways to read a day. */
export function AsOf({
  day,
  reading,
  onChange,
}: AsOfDay & { readonly onChange: (asOf: AsOfDay) => void }) {
  return (
    <section
      aria-label={messages.asOf}
      className="flex flex-wrap items-start gap-x-10 gap-y-4 rounded-8 bg-solid-gray-50 p-4 print:bg-white print:p-0"
    >
      <DaySlider day={day} onChange={(asked) => onChange({ day: asked, reading })} />
      <div className="print:hidden">
        <RadioGroup
          label={messages.reading}
          hint={messages.readingHints[reading]}
          value={reading}
          choices={[
            { value: 'happened', label: messages.readings.happened },
            { value: 'known', label: messages.readings.known },
          ]}
          onChange={(chosen) =>
            onChange({ day, reading: chosen === 'known' ? 'known' : 'happened' })
          }
        />
      </div>
      <p className="hidden w-full print:block">{messages.readingHints[reading]}</p>
    </section>
  );
}

/** From a month before the contract begins to its end; around today where that is not known. */
function spanOf({ startsOn, endsOn }: ContractHead, today: Day) {
  const start = parseDay(startsOn ?? '');
  const end = parseDay(endsOn ?? '');
  const first = start.ok && start.value < today ? start.value : today;
  return {
    earliest: start.ok ? addDays(first, -daysBefore) : addDays(today, -daysWithoutStart),
    latest: end.ok && end.value > today ? end.value : today,
  };
}

function DaySlider({
  day,
  onChange,
}: {
  readonly day: string;
  readonly onChange: (day: string) => void;
}) {
  const head = useContract();
  const [moved, setMoved] = useState<number>();
  const settle = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(settle.current), []);
  const today = parseDay(head.today);
  const asked = parseDay(day);
  if (!today.ok || !asked.ok) return null;
  const { earliest, latest } = spanOf(head, today.value);
  const at = moved ?? daysBetween(earliest, asked.value);
  const shown = formatEraWithYear(addDays(earliest, at));
  const move = (days: number) => {
    setMoved(days);
    clearTimeout(settle.current);
    settle.current = setTimeout(() => {
      setMoved(undefined);
      onChange(addDays(earliest, days));
    }, settleMs);
  };
  return (
    <div className="flex min-w-72 flex-1 flex-col gap-2">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-std-16B-170">{messages.asOf}</span>
        <output className="text-std-18B-160 tabular-nums">{shown}</output>
        {day !== head.today && (
          <Button look="text" className="min-h-8!" onClick={() => onChange(head.today)}>
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
  );
}
