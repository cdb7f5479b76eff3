import type { Parts } from '../parts.ts';

/** To which account a route was refused, and by which code. */
interface Refused {
  readonly account: string;
  readonly route: string;
  readonly code: string;
}

/**
 * Counts an attempt at what is not somebody's own, for the log; one of an account is entered by itself,
 * the first time of a minute. That it could not be counted is
 * told to the server's log and changes nothing of the refusal.
 */
export async function noteAttempt(
  { accounts, clock, log }: Pick<Parts, 'accounts' | 'clock' | 'log'>,
  { id, ip }: { readonly id: string; readonly ip: string },
  by?: Refused,
): Promise<void> {
  try {
    await accounts.noteRefusal(ip);
    if (by !== undefined) await accounts.noteRefusalOf(by);
  } catch (fault) {
    const name = fault instanceof Error ? fault.name : typeof fault;
    log(`${clock.now()} ${id} a refusal could not be counted: ${name}`);
  }
}
