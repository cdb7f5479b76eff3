import { randomBytes } from 'node:crypto';
import { type Result, err, momentOf, ok } from '@kanribo/kernel';
import type {
  Begun,
  Binding,
  FullSession,
  ListedAccount,
  PendingSession,
  SignIn,
} from '../sign-in/ports.ts';
import type { AccountRefusal } from '../sign-in/refusals.ts';

/** An account of a test: its password is `password` and every code `000000`. */
export interface TestAccount {
  readonly id: string;
  readonly signInId: string;
  readonly isAdministrator?: boolean;
  readonly bindings?: readonly Binding[];
}

const unusable: AccountRefusal = { code: 'link-unusable' };

/** Accounts of a test in memory; what is not asked of them here answers that it is of no use. */
export class MemorySignIn implements SignIn {
  readonly #accounts: readonly TestAccount[];
  readonly #sessions = new Map<string, PendingSession | FullSession>();
  /** When a session's person last proved who they are. */
  provedMs = Date.now();

  constructor(accounts: readonly TestAccount[]) {
    this.#accounts = accounts;
  }

  async session(token: string) {
    return this.#sessions.get(token);
  }

  async signIn({ signInId, password }: { readonly signInId: string; readonly password: string }) {
    const account = this.#accounts.find((one) => one.signInId === signInId);
    if (account === undefined || password !== 'password')
      return err({ code: 'sign-in-wrong' } as const);
    const session = { kind: 'pending', account: account.id, factors: ['totp'] } as const;
    return ok(this.#begin<PendingSession>(session));
  }

  async confirmTotp(
    token: string,
    code: string,
  ): Promise<Result<Begun<FullSession>, AccountRefusal>> {
    const account = this.#accounts.find(({ id }) => id === this.#sessions.get(token)?.account);
    if (account === undefined || code !== '000000') return err({ code: 'factor-wrong' });
    this.#sessions.delete(token);
    const { id, signInId, isAdministrator = false, bindings = [] } = account;
    const about = { account: id, signInId, displayName: '見本', isAdministrator, bindings };
    const startedAt = momentOf(Date.now());
    const endsAt = momentOf(Date.now() + 12 * 3_600_000);
    const reauthenticatedAt = momentOf(this.provedMs);
    return ok(
      this.#begin<FullSession>({ kind: 'full', ...about, startedAt, endsAt, reauthenticatedAt }),
    );
  }

  async useRecoveryCode() {
    return err({ code: 'factor-wrong' } as const);
  }

  async passkeyOptions() {
    return err({ code: 'passkeys-unavailable' } as const);
  }

  async confirmPasskey() {
    return err({ code: 'passkeys-unavailable' } as const);
  }

  async signOut(token: string) {
    this.#sessions.delete(token);
  }

  async reauthenticate(_token: string, { code }: { readonly code: string }) {
    return code === '000000' ? ok(undefined) : err({ code: 'factor-wrong' } as const);
  }

  async setUpLink() {
    return false;
  }

  async acceptSetUp() {
    return err(unusable);
  }

  async invitation() {
    return undefined;
  }

  async acceptInvitation() {
    return err(unusable);
  }

  async confirmEnrolment() {
    return err(unusable);
  }

  async account(token: string) {
    const session = this.#sessions.get(token);
    const signInId = session?.kind === 'full' ? session.signInId : '';
    return { signInId, displayName: '見本', hasTotp: true, passkeys: [], recoveryCodesLeft: 10 };
  }

  async sessions() {
    return [];
  }

  async revokeSession() {
    return undefined;
  }

  async history() {
    return [];
  }

  async changePassword() {
    return ok(undefined);
  }

  async passkeyCreation() {
    return err({ code: 'passkeys-unavailable' } as const);
  }

  async addPasskey() {
    return err({ code: 'passkeys-unavailable' } as const);
  }

  async removePasskey() {
    return err({ code: 'factor-unknown' } as const);
  }

  async renewRecoveryCodes() {
    return ok(['aaaa-bbbb']);
  }

  async accounts(): Promise<readonly ListedAccount[]> {
    return this.#accounts.map(({ id, signInId, isAdministrator = false, bindings = [] }) => {
      const about = { id, signInId, displayName: '見本', isAdministrator, bindings };
      return { ...about, state: 'active', lastSignInAt: null };
    });
  }

  async invite(token: string) {
    return this.#asAdministrator(token, {
      account: 'account-99',
      token: 'a-token-of-an-invitation',
    });
  }

  async suspend(token: string) {
    return this.#asAdministrator(token, undefined);
  }

  async resume(token: string) {
    return this.#asAdministrator(token, undefined);
  }

  async unlock(token: string) {
    return this.#asAdministrator(token, undefined);
  }

  async bind(token: string) {
    return this.#asAdministrator(token, undefined);
  }

  async unbind(token: string) {
    return this.#asAdministrator(token, undefined);
  }

  #asAdministrator<T>(token: string, value: T): Result<T, AccountRefusal> {
    const session = this.#sessions.get(token);
    const may = session?.kind === 'full' && session.isAdministrator;
    return may ? ok(value) : err({ code: 'not-allowed' });
  }

  #begin<S extends PendingSession | FullSession>(session: S): Begun<S> {
    const token = randomBytes(32).toString('base64url');
    this.#sessions.set(token, session);
    return { token, session };
  }
}
