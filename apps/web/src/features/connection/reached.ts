import type { AnswerOf } from '../../api/call.ts';

/** What the server says of its name and certificate. */
export type Connection = AnswerOf<'connection'>;

/** How this browser reached the server. */
export interface Reached {
  /** As it stands in the address, without brackets. */
  readonly host: string;
  readonly isSecure: boolean;
  /** Whether the browser knows passkeys at all. */
  readonly knowsPasskeys: boolean;
  /** Whether it trusts the certificate; not every browser can be asked. */
  readonly trust: 'trusted' | 'untrusted' | 'unknown';
}

/** What is not as it should be, the gravest first. */
export type ConnectionFault =
  | 'ended'
  | 'untrusted'
  | 'other-name'
  | 'nameless'
  | 'not-the-passkey-host'
  | 'insecure'
  | 'no-passkeys'
  | 'ending-soon';

const dayMs = 86_400_000;
const noticeDays = 30;

/** What is wrong with a connection. */
export function faultsOf(server: Connection, reached: Reached): readonly ConnectionFault[] {
  const { certificate, passkeyHost, serverTime } = server;
  const leftMs = Date.parse(certificate?.to ?? '') - Date.parse(serverTime);
  const found: Readonly<Record<ConnectionFault, boolean>> = {
    ended: leftMs <= 0,
    untrusted: reached.trust === 'untrusted',
    'other-name': certificate !== null && !certificate.names.includes(reached.host),
    nameless: passkeyHost === null,
    'not-the-passkey-host': passkeyHost !== null && reached.host !== passkeyHost,
    insecure: !reached.isSecure,
    'no-passkeys': !reached.knowsPasskeys,
    'ending-soon': leftMs > 0 && leftMs < (noticeDays + 1) * dayMs,
  };
  return order.filter((fault) => found[fault]);
}

const order = [
  'ended',
  'untrusted',
  'other-name',
  'nameless',
  'not-the-passkey-host',
  'insecure',
  'no-passkeys',
  'ending-soon',
] as const satisfies readonly ConnectionFault[];

/** Whether passkeys can be used: everything but an end that is near keeps browsers from them. */
export const arePasskeysPossible = (faults: readonly ConnectionFault[]): boolean =>
  faults.every((fault) => fault === 'ending-soon');

/** Whether an address leads to this machine alone. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host);

/** The host name of an address without the brackets that URLs put around some. */
export const plainHost = (hostname: string): string => hostname.replace(/^\[(.+)\]$/u, '$1');
