import { err } from '@kanribo/kernel';
import type { BoundHandler } from '../http/handle.ts';
import type { Parts } from '../parts.ts';
import { isProved } from './needs-proof.ts';

/**
 * Handlers that answer only shortly after a person proved who they are: an unattended screen, or a
 * token somebody took, gives nobody a lasting way in.
 */
export function provedOnly<K extends string>(
  { clock }: Pick<Parts, 'clock'>,
  handlers: Readonly<Record<K, BoundHandler>>,
): Readonly<Record<K, BoundHandler>> {
  const guarded: Record<K, BoundHandler> = { ...handlers };
  for (const name in handlers) guarded[name] = guardedBy(clock, handlers[name]);
  return guarded;
}

function guardedBy(clock: Parts['clock'], handler: BoundHandler): BoundHandler {
  return {
    route: handler.route,
    run: async (raw) => {
      const session = raw.held?.session;
      const isFit = session?.kind === 'full' && isProved(session, clock.now());
      return isFit ? handler.run(raw) : err({ code: 'reauthentication-needed' });
    },
  };
}
