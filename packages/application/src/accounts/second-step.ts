import { type JsonObject, type Result, err, ok } from '@kanribo/kernel';
import { type SecondStep, accountDeclarations as declared } from './account-facts.ts';
import type { AccountNameBook } from './account-names.ts';
import type { Account } from './account-state.ts';
import {
  type Failures,
  admitBoth,
  forgetAttempts,
  giveBack,
  limitsOf,
  lockIfDue,
} from './attempt-limits.ts';
import { areEqualSecrets } from './equal-secrets.ts';
import { keyedHash } from './keyed-hash.ts';
import { passkeyRequest, usePasskey } from './passkey-steps.ts';
import type { StoredSession } from './ports.ts';
import { countRefusal } from './refusal-count.ts';
import type { PasskeysUnavailable, SecondStepRefusal } from './refusals.ts';
import { recoveryCodeHash, secretOf } from './secrets.ts';
import { type FullSession, beginSession, counts, findSession, sessionOf } from './sessions.ts';
import { type AccountsTools, currentAccounts, record } from './tools.ts';
import { useTotpCode } from './totp-step.ts';

/** Somebody is signed in; the token is a new one, that of the first step is over. */
export interface SignedIn {
  readonly token: string;
  readonly session: FullSession;
  /** Wrong attempts since the sign-in before. */
  readonly failures: number;
  /** How many recovery codes are left, where one was used. */
  readonly recoveryCodesLeft?: number;
}

/** What the second step is done with. */
export type SecondStepProof =
  | { readonly kind: 'totp'; readonly code: string }
  | { readonly kind: 'passkey'; readonly answer: JsonObject }
  | { readonly kind: 'recovery-code'; readonly code: string };

interface Pending {
  readonly session: StoredSession;
  readonly account: Account;
}

/** What the browser is asked for, where the second step is to be a passkey. */
export async function requestPasskey(
  tools: AccountsTools,
  token: string,
): Promise<Result<JsonObject, PasskeysUnavailable | { readonly code: 'session-over' }>> {
  const pending = await pendingOf(tools, token);
  if (pending === undefined) return err({ code: 'session-over' });
  return passkeyRequest(tools, pending.session, pending.account);
}

async function pendingOf(tools: AccountsTools, token: string): Promise<Pending | undefined> {
  const found = await findSession(tools, token, 'pending');
  if (found?.account === undefined) return undefined;
  return { session: found.stored, account: found.account };
}

/**
 * Second step of a sign-in. A wrong code counts as a failed attempt; a passkey cannot be guessed,
 * and so is never kept waiting.
 */
export async function takeSecondStep(
  tools: AccountsTools,
  book: AccountNameBook,
  what: { readonly token: string; readonly proof: SecondStepProof },
): Promise<Result<SignedIn, SecondStepRefusal>> {
  const pending = await pendingOf(tools, what.token);
  if (pending === undefined) return err({ code: 'session-over' });
  const { account, session } = pending;
  const { proof } = what;
  const proved: Result<string | undefined, SecondStepRefusal> =
    proof.kind === 'passkey'
      ? await usePasskey(tools, { session, account }, proof.answer)
      : await proveWithin(tools, pending, proof);
  if (!proved.ok) {
    await countRefusal(tools, session.address);
    return proved;
  }
  const failed = await forgetAttempts(tools, account);
  const { failures } = failed;
  const signedIn = await finish(tools, pending, {
    step: proof.kind,
    passkey: proved.value ?? null,
    ...failed,
  });
  if (signedIn === undefined) return err({ code: 'session-over' });
  const { token, stored } = signedIn;
  const full = { token, session: await sessionOf(tools, book, { stored, account }), failures };
  if (proof.kind !== 'recovery-code') return ok(full);
  return ok({ ...full, recoveryCodesLeft: await recoveryCodesLeft(tools, account) });
}

/** Proves a code within the limits of account and address. */
async function proveWithin(
  tools: AccountsTools,
  { account, session }: Pending,
  proof: Exclude<SecondStepProof, { kind: 'passkey' }>,
): Promise<Result<undefined, SecondStepRefusal>> {
  const { state } = await currentAccounts(tools);
  const { signIn } = account;
  const limits = await limitsOf(tools, { state, account, signIn, address: session.address });
  const both = { address: limits.address, account: limits.second };
  const admitted = await admitBoth(tools, both);
  if (!admitted.ok) return admitted;
  const proved =
    proof.kind === 'totp'
      ? await proveTotp(tools, account, proof.code)
      : await useRecoveryCode(tools, account, proof.code);
  if (proved.ok) await giveBack(tools, both);
  else await lockIfDue(tools, account, { ...limits, attempts: admitted.value });
  return proved;
}

/** Uses a code of the account's authenticator app. */
export async function proveTotp(
  tools: AccountsTools,
  { id: account, factors }: Account,
  code: string,
): Promise<Result<undefined, SecondStepRefusal>> {
  const factor = factors.find(({ kind }) => kind === 'totp');
  const secret = factor && (await secretOf(tools, factor.secret, { account, kind: 'totp' }));
  return secret === undefined ? err({ code: 'factor-wrong' }) : useTotpCode(tools, secret, code);
}

async function useRecoveryCode(
  tools: AccountsTools,
  account: Account,
  code: string,
): Promise<Result<undefined, SecondStepRefusal>> {
  const hash = recoveryCodeHash(tools, account.id, code);
  const kept = await tools.store.secrets(account.recoveryCodes);
  // All of them are compared, so that the time tells nothing of which one it was.
  const [found] = kept.filter(
    (secret) =>
      secret.account === account.id &&
      secret.kind === 'recovery-code' &&
      areEqualSecrets(secret.value, hash),
  );
  if (found === undefined) return err({ code: 'factor-wrong' });
  return (await tools.store.spend(found.id, 1)) ? ok(undefined) : err({ code: 'code-used' });
}

/** How many recovery codes of an account are unused. */
export async function recoveryCodesLeft(
  { store }: AccountsTools,
  { recoveryCodes }: Account,
): Promise<number> {
  if (recoveryCodes.length === 0) return 0;
  return (await store.secrets(recoveryCodes)).filter(({ counter }) => counter === 0).length;
}

/**
 * Ends the half session, of several at once for one of them only, then enters the sign-in, and
 * only then makes the session: there is none without its entry.
 */
async function finish(
  tools: AccountsTools,
  { session, account }: Pending,
  done: Failures & { readonly step: SecondStep; readonly passkey: string | null },
): Promise<{ readonly token: string; readonly stored: StoredSession } | undefined> {
  if ((await tools.store.dropSessions([session.id])) === 0) return undefined;
  const { step, failures, secondFailures, passkey } = done;
  const address = await keyedHash(tools, 'address', session.address);
  const facts = {
    account: account.id,
    factor: step,
    address,
    failures,
    secondFailures,
    ...(passkey !== null && { passkey }),
    ...(session.certificate !== null && { certificate: session.certificate.fingerprint }),
  };
  const recorded = await record(tools, account.id, (state) =>
    counts(tools, session, state) ? ok([{ declaration: declared.signedIn, facts }]) : err('over'),
  );
  if (!recorded.ok) return undefined;
  const since = recorded.value.treeSize;
  const begun = { account: account.id, kind: 'full', since, visitor: session, passkey } as const;
  return beginSession(tools, begun);
}
