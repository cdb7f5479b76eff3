import type { FullSession } from '@kanribo/application';
import { catalogue } from '@kanribo/domain';
import type { Moment } from '@kanribo/kernel';

/** How long a person's last proof of who they are stands for changes of offices. */
const provedForMs = 15 * 60_000;

/** Who holds which office is changed only shortly after a person proved who they are. */
export function needsProof(declaration: string, session: FullSession, now: Moment): boolean {
  if (catalogue.get(declaration)?.preset !== 'appointment') return false;
  return Date.parse(now) - Date.parse(session.reauthenticatedAt) > provedForMs;
}
