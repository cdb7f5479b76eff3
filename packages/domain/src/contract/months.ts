import { type Day, parseDay } from '@kanribo/kernel';

/**
 * The day months later that has the same number, or the last day of a month that has none (Civil
 * Code article 143). It never leaves the calendar: from its last year on it stays where it is.
 */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const head = `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}`;
  for (let number = Number(day.slice(8)); number >= 28; number -= 1) {
    const found = parseDay(`${head}-${pad(number, 2)}`);
    if (found.ok) return found.value;
  }
  const same = parseDay(`${head}-${day.slice(8)}`);
  return same.ok ? same.value : day;
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');
