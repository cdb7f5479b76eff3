import type { FullSession } from '@kanribo/application';
import type { Result } from '@kanribo/kernel';
import {
  type AccountsOffice,
  type Person,
  answerOf,
  nextCode,
  nowMs,
  signedIn,
  visitor,
} from './accounts-office.ts';
import { type DeedMark, type Standing, nobody } from './standing.ts';
import { toy, valueOf } from '../office.ts';

/** What somebody is invited to. */
type Invited = Partial<
  Pick<Parameters<AccountsOffice['accounts']['invite']>[1], 'audits' | 'isAdministrator'>
>;

const patienceMs = 20_000;

const enrolment = ['password-set', 'factor-added', 'recovery-codes-made', 'activated'];

/** What then counts, and that nothing else does. */
const enrolled = ({ password }: Standing['draft']) => {
  const { draft, secret, passkeys, devices, sessions, recovery } = nobody;
  const none = { link: '', draft, secret, passkeys, devices, sessions, recovery };
  return { ...none, status: 'active', password } as const;
};

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
    const { password, secret, passkeys } = this.standing;
    return { signInId: this.who, password, secret, passkey: passkeys[0] ?? '' };
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

  /** Is invited: to nothing, as external auditor until a day, or as administrator. */
  async isInvited({ audits = [], isAdministrator = false }: Invited = {}): Promise<void> {
    const audit = audits[0]?.until ?? null;
    const enters = ['invited', ...audits.map(() => 'audit-allowed')];
    const names = { signInId: this.who, displayName: '担当 太郎' };
    const invitation = { ...names, isAdministrator, bindings: [], audits };
    await this.does(
      'is invited',
      { enters, makes: { status: 'invited', audit, isAdministrator } },
      async () => valueOf(await this.office.accounts.invite(this.by, invitation)),
      ({ account, token }) => ({ account, link: token }),
    );
  }

  /** Follows the link and chooses a password; nothing of it counts yet. */
  async accepts(password = `${this.who}の電車が7時に着く`): Promise<void> {
    const { accounts } = this.office;
    await this.does(
      'accepts',
      { enters: [] },
      async () =>
        valueOf(await accounts.acceptInvitation(this.standing.link, { password, visitor })),
      ({ token, secret }) => ({ draft: { token, password, secret } }),
    );
  }

  /** Enrols by the link, or comes back by it: chooses a password, and proves an app. */
  async enrols(password?: string, before: readonly string[] = []): Promise<void> {
    await this.accepts(password);
    const { accounts, clock } = this.office;
    const { usedCodes, draft } = this.standing;
    const code = nextCode(this.office, draft.secret);
    await this.does(
      'enrols',
      { enters: [...before, ...enrolment], makes: { ...enrolled(draft), secret: draft.secret } },
      async () => valueOf(await accounts.confirmTotp(draft.token, code)),
      ({ recoveryCodes }) => ({
        recovery: recoveryCodes,
        usedCodes: [...usedCodes, { code, atMs: nowMs(clock) }],
      }),
    );
  }

  /** Enrols by the link with a passkey and no app. */
  async enrolsByPasskey(passkey: string): Promise<void> {
    await this.accepts();
    const { accounts } = this.office;
    const { draft } = this.standing;
    await this.does(
      'enrols by a passkey',
      { enters: enrolment, makes: { ...enrolled(draft), passkeys: [passkey] } },
      async () => {
        const options = valueOf(await accounts.enrolPasskey(draft.token));
        const answer = answerOf(this.office, options, passkey);
        return valueOf(await accounts.confirmPasskey(draft.token, { answer, label: passkey }));
      },
      ({ recoveryCodes }) => ({ recovery: recoveryCodes }),
    );
  }

  /** Signs in by both steps; answers the session. */
  async signsIn(who = this.person): Promise<FullSession> {
    let session: FullSession | undefined;
    const { sessions, usedCodes } = this.standing;
    await this.does(
      who.secret === '' ? 'signs in by a passkey' : 'signs in',
      { enters: ['signed-in'] },
      () => signedIn(this.office, who),
      ({ code, ...answer }) => {
        ({ session } = answer);
        const used = code === '' ? [] : [{ code, atMs: nowMs(this.office.clock) }];
        return { sessions: [...sessions, answer.token], usedCodes: [...usedCodes, ...used] };
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
    const { account, person, audit, isAdministrator } = this.standing;
    const kept = { account, person, audit, isAdministrator };
    await this.does(
      'is invited anew',
      { enters: ['invited-again'], makes: { ...nobody, ...kept, status: 'invited' } },
      async () => valueOf(await this.office.accounts.inviteAgain(this.by, account)),
      ({ token }) => ({ link: token }),
    );
  }

  /** Somebody tries a wrong password, each time from elsewhere. */
  async fails(
    what: { readonly enters: readonly string[]; readonly makes?: Partial<Standing> } = {
      enters: [],
    },
  ): Promise<void> {
    const { accounts, clock } = this.office;
    this.waits();
    const elsewhere = `198.51.100.${(nowMs(clock) / 1_000) % 256}`;
    const attempt = { signInId: this.who, password: 'ちがうパスワードです!', address: elsewhere };
    await this.does('fails to sign in', what, async () => {
      const answer = await accounts.signIn(attempt);
      if (answer.ok || answer.error.code !== 'sign-in-wrong') throw new Error('was not refused');
    });
  }

  /** Longer than wrong passwords keep one waiting whom nobody could stand in for. */
  waits(): void {
    this.office.clock.advance(patienceMs);
  }

  isUnlocked(): Promise<void> {
    const { account } = this.standing;
    const what = { enters: ['unlocked'], makes: { isLocked: false } };
    const unlock = () => this.office.accounts.unlock(this.by, account);
    return this.administers('is unlocked', what, unlock);
  }

  isResumed(): Promise<void> {
    const { account } = this.standing;
    const what = { enters: ['resumed'], makes: { status: 'active' } } as const;
    return this.administers('is resumed', what, () =>
      this.office.accounts.resume(this.by, account),
    );
  }
}
