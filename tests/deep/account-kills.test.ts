import { describe, expect, test } from 'vitest';
import {
  type AccountsOffice,
  type Person,
  clockOfRound,
  firstAdministrator,
  openAccounts,
  signedIn,
} from './kills/accounts/accounts-office.ts';
import { namedSecrets } from './kills/accounts/check.ts';
import { type Looked, lookAfter } from './kills/accounts/look.ts';
import { type ScenePlan, scenePlans } from './kills/accounts/plans.ts';
import { sceneOf, scenes } from './kills/accounts/scenes/scenes.ts';
import { newDirectories } from './kills/directories.ts';
import type { Mark } from './kills/marks.ts';
import { type Directories, type Ended, type Plan, Recorder, Worker } from './kills/round.ts';

const canListChildren = process.platform === 'linux';
const script = new URL('./kills/accounts/worker.ts', import.meta.url);
const twoDaysMs = 2 * 86_400_000;

type Places = Directories & { readonly record: string };

/** Lets a worker work while nobody else has the database open; answers what it told. */
async function letWork(
  directories: Places,
  what: { readonly seed: number; readonly plan?: Plan; readonly order: unknown },
  before: AccountsOffice,
): Promise<{ readonly ended: Ended; readonly marks: readonly Mark[] }> {
  const { order, ...how } = what;
  const recorder = new Recorder(`${directories.record}-${what.seed}`);
  const worker = new Worker(directories, { ...how, script }, recorder);
  await worker.ready;
  await before.database.close();
  const ended = await worker.work(JSON.stringify(order));
  const marks = recorder.marks();
  recorder.close();
  return { ended, marks };
}

interface Round extends ScenePlan {
  readonly seed: number;
  readonly administrator: Person;
}

/** Plays a round while the office of the one before is open, so that PostgreSQL runs on. */
async function playRound(
  directories: Places,
  { seed, plan, scene, administrator }: Round,
  before: AccountsOffice,
): Promise<{ readonly office: AccountsOffice; readonly looked: Looked }> {
  const order = { ...administrator, scene };
  const { ended, marks } = await letWork(directories, { seed, plan, order }, before);
  const round = `round ${seed}, ${scene}, ${JSON.stringify(plan)}`;
  expect(ended, round).toEqual(
    plan.victim === 'postgres'
      ? { wrongs: [], signal: null, isDone: true }
      : { wrongs: [], signal: 'SIGKILL', isDone: false },
  );
  const office = await openForLooking(directories, seed);
  const looked = await lookAfter(office, { administrator, scene: sceneOf(scene) }, marks);
  expect(looked.breaches, round).toEqual([]);
  return { office, looked };
}

const openForLooking = (
  { dataDirectory, keysDirectory }: Directories,
  round: number,
): Promise<AccountsOffice> =>
  openAccounts(
    { database: { dataDirectory }, keysDirectory },
    { seed: 1_000 + round, clock: clockOfRound(round) },
  );

describe.skipIf(!canListChildren)('kill -9 amid sign-in and administration', () => {
  test('SUR-10, ACC-23: at each point of each scene, of node, of PostgreSQL, of both', async () => {
    const directories = await newDirectories();
    let office = await openForLooking(directories, 0);
    const administrator = await firstAdministrator(office);
    const rehearsal = await letWork(directories, { seed: 1, order: administrator }, office);
    expect(rehearsal.ended).toEqual({ wrongs: [], signal: null, isDone: true });
    office = await openForLooking(directories, 1);
    const plans = scenePlans(rehearsal.marks);
    expect(new Set(plans.map(({ scene }) => scene)).size).toBe(scenes.length);
    const rounds: Looked[] = [];
    for (const { scene, plan } of plans) {
      const seed = rounds.length + 2;
      const played = await playRound(directories, { seed, plan, scene, administrator }, office);
      rounds.push(played.looked);
      ({ office } = played);
    }
    tellOf(rounds);
    await expectNothingLeft(office, [administrator, ...rounds.flatMap(({ people }) => people)]);
    await office.database.close();
    expect(rounds.some(({ cut }) => cut.length > 0)).toBe(true);
  });
});

/** Once what was left over is swept away there are the secrets that entries name; all sign in. */
async function expectNothingLeft(office: AccountsOffice, people: readonly Person[]): Promise<void> {
  office.clock.advance(twoDaysMs);
  await office.accounts.tick();
  const kept = (await office.store.secretIds()).map(({ id }) => id);
  expect(kept.toSorted()).toEqual([...(await namedSecrets(office))].toSorted());
  for (const person of people) {
    expect((await signedIn(office, person)).session.signInId).toBe(person.signInId);
  }
}

function tellOf(rounds: readonly Looked[]): void {
  const answered = rounds.reduce((sum, round) => sum + round.answered, 0);
  const cut = rounds.flatMap((round) => round.cut).toSorted();
  process.stdout.write(
    `${rounds.length} rounds, ${answered} deeds answered, cut off: ${cut.join(', ')}\n`,
  );
}
