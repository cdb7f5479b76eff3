import type { Result } from '@kanribo/kernel';
import { Accounts, type AccountsParts } from '../accounts/accounts.ts';
import type { AccountStore, ShownCertificate } from '../accounts/ports.ts';
import type { FullSession } from '../accounts/sessions.ts';
import type { Instance } from '../instance/instance.ts';
import { MemoryAccountStore } from './memory-account-store.ts';
import { type ToyOffice, type ToyTypes, newInstance, reopened, toyOffice } from './toy-office.ts';
import { toyCode, toyHasher, toyPasskeys, toyTotp } from './toy-sign-in.ts';

/** A person with an account, as a test knows them. */
export interface SignedUp {
  readonly account: string;
  readonly signInId: string;
  readonly password: string;
  /** Secret of the authenticator app. */
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Where somebody comes from. */
export const visitor = { address: '192.0.2.7', agent: 'Browser' } as const;
/** A password that is taken. */
export const goodPassword = 'みどりの電車が7時に着く';

/** The value of a result that has to be one. */
export function valueOf<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.error)}`);
}

/** An instance with accounts, and what a test does with it over and over. */
export class AccountOffice {
  readonly office: ToyOffice;
  readonly instance: Instance<ToyTypes>;
  readonly accounts: Accounts;
  readonly store: AccountStore;
  readonly #overrides: Partial<AccountsParts>;

  constructor(
    office: ToyOffice,
    instance: Instance<ToyTypes>,
    overrides: Partial<AccountsParts> = {},
  ) {
    this.office = office;
    this.instance = instance;
    this.#overrides = overrides;
    const parts: AccountsParts = {
      ledger: instance.ledger,
      logs: office.store,
      store: new MemoryAccountStore(),
      clock: office.clock,
      random: office.tools.random,
      sha256: office.tools.sha256,
      accountsKey: async () => new Uint8Array(32).fill(7),
      passwords: toyHasher,
      totp: toyTotp,
      passkeys: toyPasskeys,
      relyingParty: { host: 'kanribo.test', origin: 'https://kanribo.test', name: '管理簿' },
      rights: {
        mayManage: async () => false,
        mayLetAudit: async () => false,
        isLastChiefOfficer: async () => false,
      },
      issuer: '管理簿',
      ...overrides,
    };
    this.store = parts.store;
    this.accounts = new Accounts(parts);
  }

  /** What happens after the process died: everything is made anew on the same stores. */
  async afterRestart(overrides: Partial<AccountsParts> = {}): Promise<AccountOffice> {
    const kept = { ...this.#overrides, store: this.store, ...overrides };
    return new AccountOffice(this.office, await reopened(this.office), kept);
  }

  /** Lets time go by. */
  wait(milliseconds: number): void {
    this.office.clock.advance(milliseconds);
  }

  /** The code an authenticator app shows now, or so many milliseconds later. */
  code({ secret }: Pick<SignedUp, 'secret'>, laterMs = 0): string {
    return toyCode(secret, Date.parse(this.office.clock.now()) + laterMs);
  }

  /** The first administrator, by the set-up link. */
  async firstAdministrator(signInId = 'admin-one'): Promise<SignedUp> {
    const link = await this.accounts.firstSetUpLink();
    const names = { signInId, displayName: '管理 花子', visitor };
    const begun = valueOf(
      await this.accounts.acceptSetUp(link?.token ?? '', { ...names, password: goodPassword }),
    );
    return this.#confirmed(begun);
  }

  /** Somebody invited by an administrator, who accepts. */
  async invited(
    by: FullSession,
    signInId: string,
    what: Partial<Parameters<Accounts['invite']>[1]> = {},
  ): Promise<SignedUp> {
    const invitation = { signInId, displayName: '担当 太郎', isAdministrator: false, bindings: [] };
    const { token } = valueOf(await this.accounts.invite(by, { ...invitation, ...what }));
    return this.accepted(token);
  }

  /** Somebody who accepts an invitation. */
  async accepted(token: string): Promise<SignedUp> {
    const accepting = { password: goodPassword, visitor };
    return this.#confirmed(valueOf(await this.accounts.acceptInvitation(token, accepting)));
  }

  /** Signs in with both steps; time goes on so that the code is a fresh one. */
  async signedIn(
    who: SignedUp,
    certificate: ShownCertificate | null = null,
  ): Promise<{ readonly token: string; readonly session: FullSession }> {
    this.wait(30_000);
    const { token } = valueOf(await this.accounts.signIn({ ...who, ...visitor, certificate }));
    return valueOf(await this.accounts.secondFactorTotp(token, this.code(who)));
  }

  async #confirmed(begun: {
    readonly token: string;
    readonly signInId: string;
    readonly secret: string;
  }): Promise<SignedUp> {
    const { token, signInId, secret } = begun;
    const enrolled = valueOf(await this.accounts.confirmTotp(token, this.code({ secret })));
    return { ...enrolled, signInId, secret, password: goodPassword };
  }
}

/** A new instance with accounts, nobody in it. */
export async function accountOffice(
  overrides: Partial<AccountsParts> = {},
): Promise<AccountOffice> {
  const office = toyOffice();
  return new AccountOffice(office, await newInstance(office), overrides);
}
