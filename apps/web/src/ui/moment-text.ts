import { type Day, type Moment, dayOf, momentOf } from '@kanribo/kernel';
import { readDayText } from './date-field.tsx';

/** A day and a time of Tokyo as they stand in a form. */
export interface TypedMoment {
  readonly day: string;
  readonly time: string;
}

/** The time of `14:05`, `1405` or `9時5分` as `09:05`; undefined where it is none. */
export function readTime(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const found =
    /^(\d{1,2})(?::|時)?(\d{2})分?$/.exec(plain) ?? /^(\d{1,2})時(\d{1,2})分$/.exec(plain);
  const [, hour, minute] = found ?? [];
  if (hour === undefined || minute === undefined) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

/** The moment that a day and a time of Tokyo give; undefined while one of them is unreadable. */
export function readMoment({ day, time }: TypedMoment): Moment | undefined {
  const readDay = readDayText(day);
  const read = readTime(time);
  if (!readDay.ok || read === undefined) return undefined;
  return momentOf(Date.parse(`${readDay.value}T${read}:00+09:00`));
}

/** A moment as it stands in a form, in Tokyo. */
export function typedMoment(moment: Moment): TypedMoment {
  const day: Day = dayOf(moment);
  const hour = (Number(moment.slice(11, 13)) + 9) % 24;
  return {
    day: day.replaceAll('-', '/'),
    time: `${String(hour).padStart(2, '0')}:${moment.slice(14, 16)}`,
  };
}
