import { type JsonObject, type Result, err, ok } from '@kanribo/kernel';
import type { Account } from './account-state.ts';
import type { AccountSecret, RelyingParty, StoredSession } from './ports.ts';
import type { PasskeysUnavailable, SecondStepRefusal } from './refusals.ts';
import { type NamedPasskey, keepFresh, passkeyIn } from './secrets.ts';
import { type AccountsTools, nowMs } from './tools.ts';

const challengeLength = 32;
const challengeMs = 300_000;

type Purpose = 'register' | 'prove';

/** One challenge stands for a session and purpose at a time. */
const challengeId = ({ id }: StoredSession, purpose: Purpose): string =>
  `${id.slice(0, 32)}-${purpose}`;

async function keepChallenge(
  tools: AccountsTools,
  session: StoredSession,
  purpose: Purpose,
): Promise<Uint8Array> {
  const value = tools.random.bytes(challengeLength);
  const { account } = session;
  await keepFresh(tools, { account, kind: 'challenge', value, id: challengeId(session, purpose) });
  return value;
}

/** Takes the challenge out, so that it is answered once. */
async function takeChallenge(
  tools: AccountsTools,
  session: StoredSession,
  purpose: Purpose,
): Promise<Uint8Array | undefined> {
  const taken = await tools.store.takeSecret(challengeId(session, purpose));
  if (taken?.kind !== 'challenge' || taken.account !== session.account) return undefined;
  return nowMs(tools) - taken.madeMs > challengeMs ? undefined : taken.value;
}

/** The passkeys of an account, with the secrets they are kept as. */
export async function passkeysOf(
  { store }: AccountsTools,
  account: Account | undefined,
): Promise<readonly { readonly secret: AccountSecret; readonly passkey: NamedPasskey }[]> {
  const ids = (account?.factors ?? [])
    .filter(({ kind }) => kind === 'passkey')
    .map(({ secret }) => secret);
  const secrets = ids.length === 0 ? [] : await store.secrets(ids);
  return secrets.flatMap((secret) => {
    const passkey =
      secret.kind === 'passkey' && secret.account === account?.id ? passkeyIn(secret) : undefined;
    return passkey === undefined ? [] : [{ secret, passkey }];
  });
}

/** What the browser is asked for to make a passkey. */
export async function passkeyCreation(
  tools: AccountsTools,
  session: StoredSession,
  who: {
    readonly account: Account | undefined;
    readonly names: { readonly signInId: string; readonly displayName: string };
  },
): Promise<Result<JsonObject, PasskeysUnavailable>> {
  const { relyingParty } = tools;
  if (relyingParty === undefined) return err({ code: 'passkeys-unavailable' });
  const { signInId, displayName: name } = who.names;
  const known = (await passkeysOf(tools, who.account)).map(({ passkey }) => passkey);
  const challenge = await keepChallenge(tools, session, 'register');
  const account = { id: session.account, signInId, name };
  return ok(await tools.passkeys.creationOptions({ relyingParty, challenge, account, known }));
}

/** The passkey the browser made, where it answers the challenge of this session. */
export async function passkeyCreated(
  tools: AccountsTools,
  session: StoredSession,
  answer: JsonObject,
): Promise<
  Result<{ readonly passkey: NamedPasskey; readonly counter: number }, SecondStepRefusal>
> {
  const { relyingParty } = tools;
  if (relyingParty === undefined) return err({ code: 'passkeys-unavailable' });
  const challenge = await takeChallenge(tools, session, 'register');
  if (challenge === undefined) return err({ code: 'factor-wrong' });
  const made = await tools.passkeys.registered({ relyingParty, challenge, answer });
  if (made === undefined) return err({ code: 'factor-wrong' });
  return ok({ passkey: { ...made.passkey, label: '' }, counter: made.counter });
}

/** What the browser is asked for to prove a passkey. */
export async function passkeyRequest(
  tools: AccountsTools,
  session: StoredSession,
  account: Account,
): Promise<Result<JsonObject, PasskeysUnavailable>> {
  const { relyingParty } = tools;
  if (relyingParty === undefined) return err({ code: 'passkeys-unavailable' });
  const known = (await passkeysOf(tools, account)).map(({ passkey }) => passkey);
  const challenge = await keepChallenge(tools, session, 'prove');
  return ok(await tools.passkeys.requestOptions({ relyingParty, challenge, known }));
}

/**
 * Uses an answer of the browser: the challenge once, and a counter that only rises. Answers the id
 * the passkey is kept under.
 */
export async function usePasskey(
  tools: AccountsTools,
  { session, account }: { readonly session: StoredSession; readonly account: Account },
  answer: JsonObject,
): Promise<Result<string, SecondStepRefusal>> {
  const { relyingParty } = tools;
  if (relyingParty === undefined) return err({ code: 'passkeys-unavailable' });
  const challenge = await takeChallenge(tools, session, 'prove');
  const found = (await passkeysOf(tools, account)).find(
    ({ passkey }) => passkey.credentialId === answer['id'],
  );
  if (challenge === undefined || found === undefined) return err({ code: 'factor-wrong' });
  const proved = await proofOf(tools, { relyingParty, challenge, answer }, found);
  if (proved === undefined) return err({ code: 'factor-wrong' });
  // Many authenticators do not count and say 0 for ever (WebAuthn §6.1.1).
  const { id, counter } = found.secret;
  if (proved.counter === 0 && counter === 0) return ok(id);
  const isFirst = await tools.store.spend(id, proved.counter);
  return isFirst ? ok(id) : err({ code: 'code-used' });
}

function proofOf(
  { passkeys }: AccountsTools,
  what: {
    readonly relyingParty: RelyingParty;
    readonly challenge: Uint8Array;
    readonly answer: JsonObject;
  },
  { passkey, secret }: { readonly passkey: NamedPasskey; readonly secret: AccountSecret },
): Promise<{ readonly counter: number } | undefined> {
  return passkeys.proved({ ...what, passkey, counter: secret.counter });
}
