import { exhaustive } from '@kanribo/kernel';
import { messages } from './messages.ts';
import type { Connection, ConnectionFault } from './reached.ts';

/** What to do about a fault; `port` as it stands in the address, empty where it is the usual one. */
export function remedyOf(
  fault: ConnectionFault,
  { certificate, passkeyHost }: Connection,
  port: string,
): string {
  const { remedies } = messages;
  const whose = certificate?.isOwn === true ? 'own' : 'given';
  const scheme = certificate === null ? 'http' : 'https';
  switch (fault) {
    case 'ended':
      return remedies.ended[whose];
    case 'untrusted':
      return remedies.untrusted[whose];
    case 'ending-soon':
      return remedies.ending[whose];
    case 'other-name':
      return remedies['other-name']((certificate?.names ?? []).join('、'));
    case 'not-the-passkey-host': {
      const place = port === '' ? '' : `:${port}`;
      return remedies['not-the-passkey-host'](`${scheme}://${passkeyHost ?? ''}${place}`);
    }
    case 'nameless':
    case 'insecure':
    case 'no-passkeys':
      return remedies[fault];
    default:
      return exhaustive(fault);
  }
}
