import {
  type Day,
  dayOf,
  formatEraMoment,
  formatEraShort,
  formatEraWithYear,
  parseDay,
  parseMoment,
} from '@kanribo/kernel';

/** A day as people write it: era, with the Gregorian year beside it. */
export function EraDay({
  day,
  isShort = false,
}: {
  readonly day: string;
  /** For narrow columns: `R8.11.23（2026）`. */
  readonly isShort?: boolean;
}) {
  const parsed = parseDay(day);
  if (!parsed.ok) return <span>{day}</span>;
  return (
    <time dateTime={day} className="whitespace-nowrap tabular-nums">
      {isShort ? shortEra(parsed.value) : formatEraWithYear(parsed.value)}
    </time>
  );
}

/** `R8.11.23（2026）`: short, and still with the Gregorian year. */
function shortEra(day: Day): string {
  return `${formatEraShort(day)}（${day.slice(0, 4)}）`;
}

/** A moment in Tokyo, to the minute, with the Gregorian year; broken between day and time only. */
export function EraMoment({
  moment,
  isShort = false,
}: {
  readonly moment: string;
  /** For narrow columns: `R8.11.23（2026） 14時05分`. */
  readonly isShort?: boolean;
}) {
  const parsed = parseMoment(moment);
  if (!parsed.ok) return <span>{moment}</span>;
  const day = dayOf(parsed.value);
  const [, time] = formatEraMoment(parsed.value).split(' ');
  return (
    <time dateTime={moment} className="tabular-nums">
      <span className="whitespace-nowrap">{isShort ? shortEra(day) : formatEraWithYear(day)}</span>{' '}
      <span className="whitespace-nowrap">{time}</span>
    </time>
  );
}
