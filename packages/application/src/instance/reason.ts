import { EvidenceFault, parseErased } from '@kanribo/evidence';

/**
 * Holds a caller to a reason that is a code: a log with any other would be called broken for ever,
 * and free text has no place in it.
 * @throws {EvidenceFault} `entry-malformed`.
 */
export function requireReason(reason: string): void {
  if (parseErased({ sequence: 0, reason }).ok) return;
  throw new EvidenceFault('entry-malformed', 'the reason is not a code');
}
