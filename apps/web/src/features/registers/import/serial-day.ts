const dayMs = 86_400_000;

/** The day a workbook counts from: 1900 with the leap day that never was, or 1904. */
const beginnings = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) } as const;

/** Which days the numbers of a workbook count from. */
export type Beginning = keyof typeof beginnings;

const lastSerial = 2_958_465;

/**
 * The day, day and time, or time that a workbook keeps as a number (ECMA-376, part 1, 18.17.4):
 * `2026/04/01`, `2026/04/01 09:05`, `09:05`; undefined for what is no day on its calendar.
 */
export function serialText(serial: number, beginning: Beginning = 'from1900'): string | undefined {
  if (!(serial >= 0 && serial <= lastSerial)) return undefined;
  const minutes = Math.round(serial * 1440);
  const moment = new Date(beginnings[beginning] + minutes * 60_000).toISOString();
  const [day, time] = [moment.slice(0, 10).replaceAll('-', '/'), moment.slice(11, 16)];
  if (serial < 1) return time;
  return (minutes * 60_000) % dayMs === 0 ? day : `${day} ${time}`;
}
