import { isDeepStrictEqual } from 'node:util';
import { type FullSession, instanceId } from '@kanribo/application';
import { entriesOf } from '@kanribo/application/testing';
import type { AccountsOffice } from './accounts-office.ts';
import { expectedOf, listedOf, observe } from './observe.ts';
import { type Standing, type Told, nobody } from './standing.ts';

/** What does not agree with what was told of a person, and what the account turned out to be. */
export interface Found {
  readonly breaches: readonly string[];
  readonly standing: Standing;
}

/**
 * Compares an account with all that was told of it: it is what was answered last, or what the deed
 * that was not answered makes of it, never something between.
 */
export async function foundOf(office: AccountsOffice, by: FullSession, told: Told): Promise<Found> {
  const { who, standing, open } = told;
  const account = (await listedOf(office, by, who))?.id ?? '';
  const breaches = await entryBreaches(office, told, account);
  const seen = await observe(office, by, told);
  const possible = open === undefined ? [standing] : [standing, open.standing];
  const found = possible.find((one) => isDeepStrictEqual(expectedOf(one), seen));
  if (found !== undefined) return { breaches, standing: { ...found, account } };
  const expected = possible.map((one) => JSON.stringify(expectedOf(one))).join(' or ');
  const what = `${who}, amid ${open?.deed ?? 'nothing'}: ${JSON.stringify(seen)} is not ${expected}`;
  return { breaches: [what, ...breaches], standing: nobody };
}

/**
 * Each deed that was answered has its entries, there are none of deeds nobody did, and each session
 * was begun by one.
 */
async function entryBreaches(
  { tools, store }: AccountsOffice,
  { who, entries }: Told,
  account: string,
): Promise<readonly string[]> {
  const log = await entriesOf(tools.store, { contractId: instanceId, log: 'instance' });
  const sessions = (await store.sessionsOf(account)).filter(({ kind }) => kind === 'full');
  const unfounded = sessions.filter(({ since }) => log[since - 1]?.facts['account'] !== account);
  const counts = new Map<string, number>();
  for (const { declaration, facts } of log) {
    if (account === '' || facts['account'] !== account) continue;
    counts.set(declaration, (counts.get(declaration) ?? 0) + 1);
  }
  const names = new Set([...entries.keys(), ...counts.keys()]);
  const wrong = [...names].flatMap((name) => {
    const count = counts.get(name) ?? 0;
    const { least, most } = entries.get(name) ?? { least: 0, most: 0 };
    const isRight = least <= count && count <= most;
    return isRight ? [] : [`${who}: ${count} entries ${name}, not ${least} to ${most}`];
  });
  return [...wrong, ...unfounded.map(() => `${who}: a session that no entry began`)];
}

/** Every secret that an entry names is in its table. */
export async function secretBreaches(office: AccountsOffice): Promise<readonly string[]> {
  const kept = new Set((await office.store.secretIds()).map(({ id }) => id));
  return (await namedSecrets(office))
    .filter((id) => !kept.has(id))
    .map((id) => `the secret ${id} is not there`);
}

/** The secrets that the instance log names. */
export async function namedSecrets({ instance }: AccountsOffice): Promise<readonly string[]> {
  const { state } = await instance.ledger.current();
  return [...state.accounts.accounts.values()].flatMap(({ password, factors, recoveryCodes }) => [
    ...(password === null ? [] : [password]),
    ...factors.map(({ secret }) => secret),
    ...recoveryCodes,
  ]);
}
