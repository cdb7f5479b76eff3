import type { Parts } from '../parts.ts';

/**
 * Counts an attempt at what is not somebody's own, for the log. That it could not be counted is
 * told to the server's log and changes nothing of the refusal.
 */
export async function noteAttempt(
  { accounts, clock, log }: Pick<Parts, 'accounts' | 'clock' | 'log'>,
  { id, ip }: { readonly id: string; readonly ip: string },
): Promise<void> {
  try {
    await accounts.noteRefusal(ip);
  } catch (fault) {
    const name = fault instanceof Error ? fault.name : typeof fault;
    log(`${clock.now()} ${id} a refusal could not be counted: ${name}`);
  }
}
