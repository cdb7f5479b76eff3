import type {
  AccountsState,
  Enrolled,
  Enrolment,
  FullSession,
  Visitor,
} from '@kanribo/application';
import type { Result } from '@kanribo/kernel';
import { totpCode } from '@kanribo/sign-in';
import { CliFault } from '../cli-fault.ts';
import { platform } from '../platform.ts';
import type { Served } from '../serving/with-server.ts';
import type { Part } from './parts.ts';
import {
  type SampleAccount,
  forgetSampleAccounts,
  keepSampleAccount,
  readSampleAccounts,
} from './sample-accounts-file.ts';

/** Where accounts are made, and where what they sign in with is kept. */
export interface AccountsPlace extends Pick<Served, 'instance' | 'accounts'> {
  readonly home: string;
}

const administrator = {
  part: 'administrator',
  role: 'システム管理者',
  signInId: 'admin',
  displayName: '管理 太郎',
} as const;

const visitor: Visitor = { address: '127.0.0.1', agent: 'kanribo demo' };

/**
 * Makes the accounts that are not there yet, each by the way a person goes: set-up link, invitation,
 * password, authenticator app. What one signs in with is kept before it counts, so that a run that
 * was cut off anywhere is gone on with: who was invited and has nothing to sign in with is invited
 * anew.
 * @throws {CliFault} `failed` where somebody changed the accounts so that it cannot be done.
 */
export async function makeSampleAccounts(
  place: AccountsPlace,
  parts: readonly Part[],
): Promise<readonly SampleAccount[]> {
  const recoveryCode = await makeAdministrator(place);
  const missing = await missingParts(place, parts);
  if (missing.length > 0) await inviteAll(place, missing, recoveryCode);
  const names = [administrator.part, ...parts.map(({ part }) => part)];
  const kept = await readSampleAccounts(place.home);
  return names.flatMap((name) => kept.filter(({ part }) => part === name));
}

/** Answers a recovery code of the administrator, where there was none before. */
async function makeAdministrator({ accounts, home }: AccountsPlace): Promise<string | undefined> {
  const link = await accounts.firstSetUpLink();
  if (link === undefined) return undefined;
  // What is kept is of accounts that were never there, or of a database that is gone.
  await forgetSampleAccounts(home);
  const password = freshPassword();
  const { signInId, displayName } = administrator;
  const names = { signInId, displayName, password, visitor };
  const begun = done(await accounts.acceptSetUp(link.token, names));
  const what = { ...administrator, account: 'account-1', password };
  const { recoveryCodes } = await enrol({ accounts, home }, begun, what);
  return recoveryCodes[0];
}

/** A part without somebody who can sign in: nobody yet, or who has to be invited anew. */
interface MissingPart {
  readonly part: Part;
  readonly account: string | undefined;
}

async function missingParts(
  { instance, home }: AccountsPlace,
  parts: readonly Part[],
): Promise<readonly MissingPart[]> {
  const { state } = await instance.ledger.current();
  const kept = await readSampleAccounts(home);
  return parts.flatMap((part) => {
    const own = kept.find((one) => one.part === part.part);
    const account = own?.account ?? boundTo(state.accounts, part);
    const found = account === undefined ? undefined : state.accounts.accounts.get(account);
    const isThere = own !== undefined && found !== undefined && found.standing.status !== 'invited';
    return isThere ? [] : [{ part, account: found?.id }];
  });
}

const boundTo = ({ accounts }: AccountsState, { binding }: Part): string | undefined =>
  [...accounts.values()].find(({ bindings }) =>
    bindings.some(
      ({ contract, person }) => contract === binding.contract && person === binding.person,
    ),
  )?.id;

async function inviteAll(
  place: AccountsPlace,
  missing: readonly MissingPart[],
  recoveryCode: string | undefined,
): Promise<void> {
  const { accounts, home } = place;
  const by = await administratorsSession(place, recoveryCode);
  for (const { part, account } of missing) {
    const { signInId, displayName, binding } = part;
    const names = { signInId, displayName, isAdministrator: false, bindings: [binding] };
    const invited =
      account === undefined
        ? done(await accounts.invite(by, names))
        : { account, ...done(await accounts.inviteAgain(by, account)) };
    const password = freshPassword();
    const accepting = { password, visitor };
    const begun = done(await accounts.acceptInvitation(invited.token, accepting));
    await enrol({ accounts, home }, begun, { ...part, ...names, ...invited, password });
  }
  await accounts.signOut(by);
}

/** Keeps what the account signs in with, and then proves the app, from when on it counts. */
async function enrol(
  { accounts, home }: Omit<AccountsPlace, 'instance'>,
  begun: Enrolment,
  what: Omit<SampleAccount, 'secret' | 'signInId' | 'displayName'>,
): Promise<Enrolled> {
  const { token, secret, signInId, displayName } = begun;
  const { part, account, role, password } = what;
  await keepSampleAccount(home, { part, account, role, displayName, signInId, password, secret });
  // The code before the one now is taken as well, so that the one that is shown stays unused.
  return done(await withCode(secret, [-1, 0], (code) => accounts.confirmTotp(token, code)));
}

/** By a recovery code where there is one, so that the code that is shown stays unused. */
async function administratorsSession(
  { accounts, home }: AccountsPlace,
  recoveryCode: string | undefined,
): Promise<FullSession> {
  const own = (await readSampleAccounts(home)).find(({ part }) => part === administrator.part);
  if (own === undefined) {
    throw new CliFault(
      'failed',
      `${home} に、システム管理者のサインイン情報が残っていません。--data に別の場所を指定して、デモを始めからやり直してください。`,
    );
  }
  const { signInId, password, secret } = own;
  const { token } = done(await accounts.signIn({ signInId, password, ...visitor }));
  const signedIn =
    recoveryCode === undefined
      ? await withCode(secret, [0, 1], (code) => accounts.secondFactorTotp(token, code))
      : await accounts.recoveryCode(token, recoveryCode);
  return done(signedIn).session;
}

const stepMs = 30_000;

/** Uses the first code that is taken, of those so many steps from now. */
async function withCode<T, E>(
  secret: string,
  [first, second]: readonly [number, number],
  use: (code: string) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const used = await use(totpCode(secret, Date.now() + first * stepMs));
  return used.ok ? used : use(totpCode(secret, Date.now() + second * stepMs));
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Sixteen random letters and digits that are not taken for each other, as four groups. */
function freshPassword(): string {
  const group = () => Array.from(platform.random.bytes(4), (byte) => letters[byte & 31]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** @throws {CliFault} `failed` where it was refused. */
function done<T>(result: Result<T, { readonly code: string }>): T {
  if (result.ok) return result.value;
  throw new CliFault(
    'failed',
    `見本のアカウントを用意できません（${result.error.code}）。画面でアカウントを変えたときは、--data に別の場所を指定して、始めからやり直してください。コードを使ったばかりのときは、30秒待ってもう一度実行してください。`,
  );
}
