import type { FullSession } from '@kanribo/application';
import { type AccountsOffice, answerOf, nextCode, nowMs } from './accounts-office.ts';
import type { Standing, Told } from './standing.ts';

/** What can be seen of an account by trying all that was ever told of it. */
export interface Observed {
  readonly status: Standing['status'];
  readonly isAdministrator: boolean;
  readonly isLocked: boolean;
  readonly person: string | null;
  readonly audit: string | null;
  /** Which passwords and apps sign in together. */
  readonly opens: readonly string[];
  /** Passkeys it has, those that sign in, and those that stand for a device. */
  readonly passkeys: readonly string[];
  readonly openingPasskeys: readonly string[];
  readonly devices: readonly string[];
  readonly sessions: readonly string[];
  readonly links: readonly string[];
  /** Which of the last recovery codes of each ten that were shown signs in. */
  readonly recovery: readonly string[];
  /** Codes that were used and are taken again. */
  readonly usedAgain: readonly string[];
}

/** What has to be seen of an account that is what it stands as. */
export function expectedOf(standing: Standing): Observed {
  const { status, isAdministrator, isLocked, person, audit } = standing;
  const { password, secret, passkeys, devices, sessions, link, recovery } = standing;
  const isActive = status === 'active';
  const opens = isActive && !isLocked;
  return {
    status,
    isAdministrator,
    isLocked,
    person,
    audit,
    opens: opens && secret !== '' ? [pairOf(password, secret)] : [],
    passkeys,
    openingPasskeys: opens ? passkeys : [],
    devices,
    sessions: isActive ? sessions : [],
    links: link === '' ? [] : [link],
    recovery: opens ? recovery.slice(-1) : [],
    usedAgain: [],
  };
}

/** The account as an administrator sees it in the list; undefined where there is none. */
export async function listedOf({ accounts }: AccountsOffice, by: FullSession, who: string) {
  return (await accounts.list(by)).find(({ signInId }) => signInId === who);
}

/** Looks at an account from all sides; sessions and used codes before time goes on. */
export async function observe(
  office: AccountsOffice,
  by: FullSession,
  told: Told,
): Promise<Observed> {
  const { patient: accounts } = office;
  const listed = await listedOf(office, by, told.who);
  const sessions = ever(told, (standing) => standing.sessions);
  const links = ever(told, ({ link }) => [link]);
  const audit = listed?.audits.find(({ endedAt }) => endedAt === null);
  const passkeys = listed?.passkeys ?? [];
  return {
    status: listed?.status ?? 'none',
    isAdministrator: listed?.isAdministrator ?? false,
    isLocked: listed?.isLocked ?? false,
    passkeys: passkeys.map(({ label }) => label),
    devices: passkeys.flatMap(({ label, device }) => (device === null ? [] : [label])),
    person: listed?.bindings[0]?.person ?? null,
    audit: audit?.until ?? null,
    sessions: await those(sessions, async (token) => isFull(await accounts.session(token))),
    links: await those(links, async (token) => (await accounts.invitation(token)) !== undefined),
    usedAgain: await usedAgain(office, told),
    opens: await opening(office, told),
    openingPasskeys: await openingPasskeys(office, told),
    recovery: await recovering(office, told),
  };
}

const isFull = (session: { readonly kind: string } | undefined): boolean =>
  session?.kind === 'full';

const pairOf = (password: string, secret: string): string => `${password} ${secret}`;

/** All values it ever had, each once, in the order in which they came up. */
const ever = (told: Told, of: (standing: Standing) => readonly string[]): readonly string[] => [
  ...new Set(told.ever.flatMap(of).filter((value) => value !== '')),
];

const passwordsOf = (told: Told) => ever(told, ({ password, draft }) => [password, draft.password]);
const secretsOf = (told: Told) => ever(told, ({ secret, draft }) => [secret, draft.secret]);

async function those(
  values: readonly string[],
  isSo: (value: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const value of values) if (await isSo(value)) found.push(value);
  return found;
}

/** Not where people sign in from: what fails here does not keep them waiting. */
const address = '192.0.2.99';

/** The half session of a password; undefined where it is not let through. */
async function half(
  { patient: accounts }: AccountsOffice,
  { who }: Told,
  password: string,
): Promise<string | undefined> {
  const begun = await accounts.signIn({ signInId: who, password, address });
  return begun.ok ? begun.value.token : undefined;
}

async function opening(office: AccountsOffice, told: Told): Promise<readonly string[]> {
  const opens: string[] = [];
  for (const password of passwordsOf(told)) {
    for (const secret of secretsOf(told)) {
      const token = await half(office, told, password);
      if (token === undefined) break;
      const code = nextCode(office, secret);
      const { ok } = await office.patient.secondFactorTotp(token, code);
      if (ok) opens.push(pairOf(password, secret));
    }
  }
  return opens;
}

async function openingPasskeys(office: AccountsOffice, told: Told): Promise<readonly string[]> {
  const names = ever(told, ({ passkeys }) => passkeys);
  return those(names, async (name) => {
    for (const password of passwordsOf(told)) {
      const token = await half(office, told, password);
      if (token !== undefined && (await passkeyOpens(office, token, name))) return true;
    }
    return false;
  });
}

async function passkeyOpens(office: AccountsOffice, token: string, name: string): Promise<boolean> {
  const options = await office.patient.secondFactorPasskeyOptions(token);
  if (!options.ok) return false;
  const answer = answerOf(office, options.value, name);
  return (await office.patient.secondFactorPasskey(token, answer)).ok;
}

async function recovering(office: AccountsOffice, told: Told): Promise<readonly string[]> {
  const last = ever(told, ({ recovery }) => recovery.slice(-1));
  return those(last, (code) => recovers(office, told, code));
}

async function recovers(office: AccountsOffice, told: Told, code: string): Promise<boolean> {
  for (const password of passwordsOf(told)) {
    const token = await half(office, told, password);
    if (token !== undefined && (await office.patient.recoveryCode(token, code)).ok) return true;
  }
  return false;
}

/** Tries used codes again: those of an app at the time at which they were right. */
async function usedAgain(office: AccountsOffice, told: Told): Promise<readonly string[]> {
  const { clock, patient: accounts } = office;
  const { usedCodes, usedRecovery } = told.standing;
  const again: string[] = [];
  for (const { code, atMs } of usedCodes) {
    const now = nowMs(clock);
    clock.advance(atMs - now);
    for (const password of passwordsOf(told)) {
      const token = await half(office, told, password);
      if (token !== undefined && (await accounts.secondFactorTotp(token, code)).ok)
        again.push(code);
    }
    clock.advance(now - atMs);
  }
  return [...again, ...(await those(usedRecovery, (code) => recovers(office, told, code)))];
}
