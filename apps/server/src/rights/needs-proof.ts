import type { FullSession } from '@kanribo/application';
import { catalogue } from '@kanribo/domain';
import type { Moment } from '@kanribo/kernel';

/** How long a person's last proof of who they are stands for what matters most. */
const provedForMs = 15 * 60_000;

/** Whether a person has proved who they are shortly before. */
export function isProved({ reauthenticatedAt }: FullSession, now: Moment): boolean {
  return Date.parse(now) - Date.parse(reauthenticatedAt) <= provedForMs;
}

/** Who holds which office is changed only shortly after a person proved who they are. */
export function needsProof(declaration: string, session: FullSession, now: Moment): boolean {
  return catalogue.get(declaration)?.preset === 'appointment' && !isProved(session, now);
}
