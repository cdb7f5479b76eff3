import {
  type AccountStore,
  Accounts,
  type AccountsKey,
  type BreachedPasswords,
  type LogReader,
} from '@kanribo/application';
import { type Parts, type PublicAddress, accountRights } from '@kanribo/server';
import { argon2Hasher, passkeyVerifier, totpVerifier } from '@kanribo/sign-in';
import { freshCommandId, platform } from '../platform.ts';

const product = 'Kanribo 管理簿';

/** What the accounts of an instance stand on. */
export interface AccountsOrder {
  readonly instance: Parts['instance'];
  readonly logs: LogReader;
  readonly store: AccountStore;
  readonly accountsKey: AccountsKey;
  /** Where people open the server: passkeys are bound to its host name. */
  readonly address: PublicAddress;
  readonly breached?: BreachedPasswords | undefined;
}

/** The accounts of an instance, with the libraries and the clock of this machine. */
export function accountsOf({
  instance,
  logs,
  store,
  accountsKey,
  address,
  breached,
}: AccountsOrder): Accounts {
  const { origin, host } = address;
  const { clock } = platform;
  return new Accounts({
    ...platform,
    ledger: instance.ledger,
    logs,
    store,
    accountsKey,
    passwords: argon2Hasher,
    breached,
    totp: totpVerifier,
    passkeys: passkeyVerifier,
    relyingParty: host === undefined ? undefined : { host, origin, name: product },
    rights: accountRights({ instance, freshId: freshCommandId, clock }),
    issuer: product,
  });
}

/** Does something every minute until it is stopped; what goes wrong is logged, and tried again. */
export function everyMinute(work: () => Promise<void>, log: (line: string) => void): () => void {
  const timer = setInterval(() => {
    work().catch((fault: unknown) => log(`tick: ${String(fault)}`));
  }, 60_000);
  timer.unref();
  return () => clearInterval(timer);
}
