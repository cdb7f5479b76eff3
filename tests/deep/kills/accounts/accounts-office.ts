import { randomBytes } from 'node:crypto';
import { type AccountStore, Accounts } from '@kanribo/application';
import { HandClock, toyPasskeyAnswer, toyPasskeys, valueOf } from '@kanribo/application/testing';
import type { JsonObject } from '@kanribo/kernel';
import type { FullSession } from '@kanribo/application';
import { sha256 } from '@kanribo/application/testing';
import { argon2Hasher, totpCode, totpVerifier } from '@kanribo/sign-in';
import { openAccountStore } from '@kanribo/store';
import { type Office, type Place, openOffice } from '../office.ts';

/** A person of whom all is known. */
export interface Person {
  readonly signInId: string;
  readonly password: string;
  /** Secret of the authenticator app; empty where a passkey is all there is. */
  readonly secret: string;
  /** Name of a passkey; empty where there is none. */
  readonly passkey: string;
}

/** An office with accounts, and the clock all of it goes by. */
export interface AccountsOffice extends Office {
  readonly accounts: Accounts;
  /** The same accounts, which let through more attempts than people have: for whoever looks. */
  readonly patient: Accounts;
  readonly store: AccountStore;
  readonly clock: HandClock;
}

const address = '192.0.2.7';
/** So many wrong passwords lock an account. */
export const lockAfter = 7;
/** Begins the name of a person nobody could stand in for. */
export const chief = 'chief';
/** Where everybody comes from. */
export const visitor = { address, agent: 'Browser' } as const;
const stepMs = 30_000;
const roundMs = 2 * 3_600_000;

/** A clock at the beginning of a round; between rounds sessions end and failures are forgotten. */
export const clockOfRound = (round: number): HandClock =>
  new HandClock(Date.UTC(2026, 10, 23, 1) + round * roundMs);

/** Opens the instance of a place with its accounts, as a process does that starts. */
export async function openAccounts(
  place: Place,
  how: {
    readonly seed: number;
    readonly clock: HandClock;
    readonly pass?: (step: string) => void;
  },
): Promise<AccountsOffice> {
  const { seed, clock, pass } = how;
  const office = await openOffice(place, { seed, clock, ...(pass && { onStep: pass }) });
  const plain = openAccountStore(office.database, () => office.keys.accountsKey());
  const store = pass === undefined ? plain : passing(plain, pass);
  const withSettings = (settings: AccountsParts['settings']): Accounts =>
    new Accounts({ ...partsOf(office, { store, clock }), ...(settings && { settings }) });
  const accounts = withSettings({ lockAfter });
  const patient = withSettings({ freeAttempts: 1_000, lockAfter: 10_000 });
  return { ...office, accounts, patient, store, clock };
}

type AccountsParts = ConstructorParameters<typeof Accounts>[0];

const partsOf = (
  { instance, tools, keys }: Office,
  { store, clock }: Pick<AccountsOffice, 'store' | 'clock'>,
): AccountsParts => ({
  ledger: instance.ledger,
  logs: tools.store,
  store,
  clock,
  random: { bytes: (count) => Uint8Array.from(randomBytes(count)) },
  sha256,
  accountsKey: () => keys.accountsKey(),
  passwords: argon2Hasher,
  totp: totpVerifier,
  passkeys: toyPasskeys,
  relyingParty: { host: 'kanribo.test', origin: 'https://kanribo.test', name: '管理簿' },
  rights: {
    mayManage: async () => false,
    mayLetAudit: async () => false,
    isLastChiefOfficer: async ({ bindings }) =>
      bindings.some(({ person }) => person.startsWith(chief)),
  },
  issuer: '管理簿',
});

const writes = [
  'keepSecret',
  'spend',
  'takeSecret',
  'dropSecrets',
  'keepSession',
  'touchSession',
  'dropSessions',
  'moveCounter',
  'addToCounter',
  'dropCounters',
] as const;

/** A store each of whose writes passes a point once it was sent, and one once it was answered. */
function passing(store: AccountStore, pass: (step: string) => void): AccountStore {
  for (const name of writes) {
    const real: unknown = Reflect.get(store, name);
    if (typeof real !== 'function') throw new Error(name);
    const call = async (...given: unknown[]): Promise<unknown> => {
      const sent: unknown = Reflect.apply(real, store, given);
      pass('account-sent');
      const answer: unknown = await sent;
      pass('account-stored');
      return answer;
    };
    Reflect.set(store, name, call);
  }
  return store;
}

/** The code an authenticator app shows next, one that was not used yet. */
export function nextCode({ clock }: AccountsOffice, secret: string): string {
  clock.advance(stepMs);
  return totpCode(secret, nowMs(clock));
}

/** The clock, in milliseconds. */
export const nowMs = (clock: HandClock): number => Date.parse(clock.now());

/** The first administrator of an instance that has none. */
export async function firstAdministrator(office: AccountsOffice): Promise<Person> {
  const { accounts } = office;
  const link = await accounts.firstSetUpLink();
  const who = { signInId: 'admin-one', password: 'みどりの電車が7時に着く' };
  const accepting = { ...who, displayName: '管理 花子', visitor };
  const { token, secret } = valueOf(await accounts.acceptSetUp(link?.token ?? '', accepting));
  valueOf(await accounts.confirmTotp(token, nextCode(office, secret)));
  return { ...who, secret, passkey: '' };
}

/** What a passkey answers, with a counter that rises as time goes on. */
export function answerOf({ clock }: AccountsOffice, options: JsonObject, passkey: string) {
  clock.advance(1_000);
  return { ...toyPasskeyAnswer(options, passkey, nowMs(clock) / 1_000), platform: true };
}

/** Signs somebody in by both steps: by the app, or by the passkey where there is none. */
export async function signedIn(
  office: AccountsOffice,
  who: Person,
): Promise<{ readonly token: string; readonly session: FullSession; readonly code: string }> {
  const { accounts } = office;
  const { token } = valueOf(await accounts.signIn({ ...who, ...visitor }));
  if (who.secret === '') {
    const options = valueOf(await accounts.secondFactorPasskeyOptions(token));
    const answer = answerOf(office, options, who.passkey);
    return { ...valueOf(await accounts.secondFactorPasskey(token, answer)), code: '' };
  }
  const code = nextCode(office, who.secret);
  return { ...valueOf(await accounts.secondFactorTotp(token, code)), code };
}
