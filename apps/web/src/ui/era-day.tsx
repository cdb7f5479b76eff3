import {
  type Day,
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

/** A moment in Tokyo, to the minute, with the Gregorian year. */
export function EraMoment({ moment }: { readonly moment: string }) {
  const parsed = parseMoment(moment);
  if (!parsed.ok) return <span>{moment}</span>;
  return (
    <time dateTime={moment} className="tabular-nums">
      {eraMomentText(parsed.value)}
    </time>
  );
}

type ParsedMoment = Parameters<typeof formatEraMoment>[0];

const eraMomentText = (moment: ParsedMoment): string => {
  const text = formatEraMoment(moment);
  const year = yearInTokyo(moment);
  return text.replace('年', `年（${year}年）`);
};

function yearInTokyo(moment: ParsedMoment): number {
  return new Date(Date.parse(moment) + 9 * 3_600_000).getUTCFullYear();
}
