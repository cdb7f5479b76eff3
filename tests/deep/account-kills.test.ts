import { describe, expect, test } from 'vitest';
import {
  type AccountsOffice,
  type Person,
  clockOfRound,
  firstAdministrator,
  openAccounts,
  signedIn,
} from './kills/accounts/accounts-office.ts';
import { type Looked, lookAfter } from './kills/accounts/look.ts';
import { newDirectories } from './kills/directories.ts';
import { plansOf } from './kills/plans.ts';
import { type Directories, type Plan, Recorder, Worker } from './kills/round.ts';
import { accountPoints, victims } from './kills/victims.ts';

const perPair = 2;
const canListChildren = process.platform === 'linux';
const script = new URL('./kills/accounts/worker.ts', import.meta.url);

/** How often a round passes a point, at the least. */
const passings: Readonly<Record<(typeof accountPoints)[number], number>> = {
  'append-sent': 9,
  'append-committed': 9,
  'append-answered': 9,
  'account-sent': 60,
  'account-stored': 60,
};

interface Round {
  readonly seed: number;
  readonly plan: Plan;
  readonly administrator: Person;
}

/** Plays a round while the office of the one before is open, so that PostgreSQL runs on. */
async function playRound(
  directories: Directories & { readonly record: string },
  { seed, plan, administrator }: Round,
  before: AccountsOffice,
): Promise<{ readonly office: AccountsOffice; readonly looked: Looked }> {
  const recorder = new Recorder(`${directories.record}-${seed}`);
  const worker = new Worker(directories, { seed, plan, script }, recorder);
  await worker.ready;
  await before.database.close();
  const ended = await worker.work(JSON.stringify(administrator));
  const round = `round ${seed}, ${JSON.stringify(plan)}`;
  expect(ended, round).toEqual(
    plan.victim === 'postgres'
      ? { wrongs: [], signal: null, isDone: true }
      : { wrongs: [], signal: 'SIGKILL', isDone: false },
  );
  const office = await openForLooking(directories, seed);
  const looked = await lookAfter(office, administrator, recorder.marks());
  expect(looked.breaches, round).toEqual([]);
  recorder.close();
  return { office, looked };
}

const openForLooking = (
  { dataDirectory, keysDirectory }: Directories,
  round: number,
): Promise<AccountsOffice> =>
  openAccounts(
    { database: { dataDirectory }, keysDirectory },
    { seed: 1_000 + round, clock: clockOfRound(round), isPatient: true },
  );

describe.skipIf(!canListChildren)('kill -9 amid sign-in and administration', () => {
  test('SUR-10, ACC-23: 30 times, of node, of PostgreSQL, of both', async () => {
    const directories = await newDirectories();
    let office = await openForLooking(directories, 0);
    const administrator = await firstAdministrator(office);
    const rounds: Looked[] = [];
    for (const plan of plansOf(accountPoints, { perPair, passings })) {
      const seed = rounds.length + 1;
      const played = await playRound(directories, { seed, plan, administrator }, office);
      rounds.push(played.looked);
      ({ office } = played);
    }
    const people = rounds.flatMap((round) => round.people);
    for (const person of people) {
      expect((await signedIn(office, person)).session.signInId).toBe(person.signInId);
    }
    await office.database.close();
    tellOf(rounds);
    expect(rounds).toHaveLength(perPair * accountPoints.length * victims.length);
    expect(rounds.some(({ cut }) => cut.length > 0)).toBe(true);
  });
});

function tellOf(rounds: readonly Looked[]): void {
  const answered = rounds.reduce((sum, round) => sum + round.answered, 0);
  const cut = rounds.flatMap((round) => round.cut).toSorted();
  process.stdout.write(
    `${rounds.length} rounds, ${answered} deeds answered, cut off: ${cut.join(', ')}\n`,
  );
}
