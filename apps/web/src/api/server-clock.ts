import { type Moment, momentOf } from '@kanribo/kernel';

let aheadMs = 0;

/** Takes note of the server's clock from the `Date` header of an answer (RFC 9110 §6.6.1). */
export function noteServerTime(date: string | null): void {
  const served = Date.parse(date ?? '');
  if (!Number.isNaN(served)) aheadMs = served - Date.now();
}

/** Now by the server's clock: what a register says must not depend on this machine's. */
export function serverNow(): Moment {
  return momentOf(Date.now() + aheadMs);
}

/** Minutes this machine's clock is behind the server's (negative: ahead), rounded. */
export function clockDifferenceMinutes(): number {
  return Math.round(aheadMs / 60_000);
}
