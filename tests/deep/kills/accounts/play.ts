import type { FullSession } from '@kanribo/application';
import type { Result } from '@kanribo/kernel';
import {
  type AccountsOffice,
  type Person,
  nextCode,
  nowMs,
  signedIn,
  visitor,
} from './accounts-office.ts';
import { type DeedMark, type Standing, nobody } from './standing.ts';
import { toy, valueOf } from '../office.ts';

/** The life of one person's account, told deed by deed: before it is begun, and once answered. */
export class Play {
  readonly office: AccountsOffice;
  readonly by: FullSession;
  readonly who: string;
  readonly #tell: (mark: DeedMark) => void;
  standing: Standing = nobody;

  constructor(
    office: AccountsOffice,
    about: { readonly by: FullSession; readonly who: string; readonly standing?: Standing },
    tell: (mark: DeedMark) => void,
  ) {
    this.office = office;
    this.by = about.by;
    this.who = about.who;
    this.standing = about.standing ?? nobody;
    this.#tell = tell;
  }

  /** Who it is, as they sign in. */
  get person(): Person {
    return { signInId: this.who, ...this.standing };
  }

  /** Does a deed: what its entries are, what then is so, and what only the answer says. */
  async does<T>(
    deed: string,
    what: { readonly enters: readonly string[]; readonly makes?: Partial<Standing> },
    act: () => Promise<T>,
    told: (answer: T) => Partial<Standing> = () => ({}),
  ): Promise<void> {
    const { who } = this;
    const enters = what.enters.map((name) => `account/${name}@1`);
    this.#tell({ kind: 'will', who, deed, enters, makes: what.makes ?? {} });
    const makes = told(await act());
    this.standing = { ...this.standing, ...what.makes, ...makes };
    this.#tell({ kind: 'did', who, makes });
  }

  /** What an administrator does to the account. */
  administers(
    deed: string,
    what: { readonly enters: readonly string[]; readonly makes?: Partial<Standing> },
    act: () => Promise<Result<unknown, { readonly code: string }>>,
  ): Promise<void> {
    return this.does(deed, what, async () => valueOf(await act()));
  }

  /** Is invited: to nothing, or as external auditor until a day. */
  async isInvited(
    audits: Parameters<AccountsOffice['accounts']['invite']>[1]['audits'] = [],
  ): Promise<void> {
    const audit = audits[0]?.until ?? null;
    const enters = ['invited', ...audits.map(() => 'audit-allowed')];
    const names = { signInId: this.who, displayName: '担当 太郎' };
    const invitation = { ...names, isAdministrator: false, bindings: [], audits };
    await this.does(
      'is invited',
      { enters, makes: { status: 'invited', audit } },
      async () => valueOf(await this.office.accounts.invite(this.by, invitation)),
      ({ account, token }) => ({ account, link: token }),
    );
  }

  /** Enrols by the link: chooses a password, and proves an authenticator app. */
  async enrols(password = `${this.who}の電車が7時に着く`): Promise<void> {
    const { accounts, clock } = this.office;
    await this.does(
      'accepts',
      { enters: [] },
      async () =>
        valueOf(await accounts.acceptInvitation(this.standing.link, { password, visitor })),
      ({ token, secret }) => ({ draft: { token, password, secret } }),
    );
    const { token, secret } = this.standing.draft;
    const code = nextCode(this.office, secret);
    await this.does(
      'enrols',
      {
        enters: ['password-set', 'factor-added', 'recovery-codes-made', 'activated'],
        makes: { status: 'active', link: '', password, secret, draft: nobody.draft },
      },
      async () => valueOf(await accounts.confirmTotp(token, code)),
      ({ recoveryCodes }) => ({
        recovery: recoveryCodes,
        usedCodes: [{ code, atMs: nowMs(clock) }],
      }),
    );
  }

  /** Signs in by both steps; answers the session. */
  async signsIn(): Promise<FullSession> {
    let session: FullSession | undefined;
    const { sessions, usedCodes } = this.standing;
    await this.does(
      'signs in',
      { enters: ['signed-in'] },
      () => signedIn(this.office, this.person),
      (answer) => {
        session = answer.session;
        const used = { code: answer.code, atMs: nowMs(this.office.clock) };
        return { sessions: [...sessions, answer.token], usedCodes: [...usedCodes, used] };
      },
    );
    if (session === undefined) throw new Error('nobody signed in');
    return session;
  }

  /** Is bound to a person of the contract, or no more. */
  async isBound(person: string, isBound = true): Promise<void> {
    const { accounts } = this.office;
    const binding = { contract: toy, person };
    const { account } = this.standing;
    await this.administers(
      isBound ? 'is bound' : 'is unbound',
      { enters: [isBound ? 'bound' : 'unbound'], makes: { person: isBound ? person : null } },
      () => accounts[isBound ? 'bind' : 'unbind'](this.by, account, binding),
    );
  }

  /** Is invited anew: everything they signed in with is gone. */
  async isInvitedAgain(): Promise<void> {
    const { account, person, audit } = this.standing;
    await this.does(
      'is invited anew',
      {
        enters: ['invited-again'],
        makes: { ...nobody, status: 'invited', account, person, audit },
      },
      async () => valueOf(await this.office.accounts.inviteAgain(this.by, account)),
      ({ token }) => ({ link: token }),
    );
  }
}
