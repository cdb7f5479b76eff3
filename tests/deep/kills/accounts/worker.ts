import { isUnavailable } from '@kanribo/application';
import { isJsonObject } from '@kanribo/kernel';
import type { Mark } from '../marks.ts';
import { live, pass, persistently, place, seed, tell } from '../life.ts';
import { toy, valueOf } from '../office.ts';
import {
  type AccountsOffice,
  type Person,
  clockOfRound,
  openAccounts,
  signedIn,
} from './accounts-office.ts';
import { Play } from './play.ts';
import { type Scene, sceneOf, scenes } from './scenes/scenes.ts';

/** What a round is told: who administers, and the scene it is about; without one it rehearses all. */
interface Order {
  readonly administrator: Person;
  readonly scene: string | undefined;
}

function orderIn(line: string): Order {
  const parsed: unknown = JSON.parse(line);
  if (!isJsonObject(parsed)) throw new Error(`not an order: ${line}`);
  const textOf = (name: string): string => {
    const value = parsed[name];
    return typeof value === 'string' ? value : '';
  };
  const administrator = {
    signInId: textOf('signInId'),
    password: textOf('password'),
    secret: textOf('secret'),
    passkey: '',
  };
  return { administrator, scene: textOf('scene') || undefined };
}

let passings: Record<string, number> | undefined;

let isAside = false;

/** Only what is passed within the scene counts; of sign-ins, which come with all of them, those of one. */
function passWithin(step: string): void {
  if (passings === undefined || isAside) return;
  passings[step] = (passings[step] ?? 0) + 1;
  pass(step);
}

const signingIn = 'signs in';
const signingInMatters = 'sessions';

/** Tells of a deed of a scene, and whether the points within it count. */
const tellIn =
  (scene: string) =>
  (mark: Mark): void => {
    isAside = mark.kind === 'will' && mark.deed === signingIn && scene !== signingInMatters;
    tell(mark);
  };

/** Lives a scene and tells how often it passed each point. */
async function liveScene(play: Play, { name, before, lives }: Scene): Promise<void> {
  await before(play);
  passings = {};
  await lives(play);
  tell({ kind: 'rehearsed', scene: name, passings });
  passings = undefined;
}

/** A round's work; a deed that the database did not answer ends the scene, not the round. */
async function work(office: AccountsOffice, { administrator, scene }: Order): Promise<void> {
  const { session: by } = await persistently(() => signedIn(office, administrator));
  const chosen = scene === undefined ? scenes : [sceneOf(scene)];
  for (const [number, one] of chosen.entries()) {
    try {
      await liveScene(new Play(office, { by, who: `r${seed}-${number}` }, tellIn(one.name)), one);
    } catch (fault) {
      if (!isUnavailable(fault)) throw fault;
      await persistently(() => office.store.counters(''));
    }
  }
}

await live(async (told) => {
  const how = { seed, clock: clockOfRound(seed), pass: passWithin };
  const office = await openAccounts(place, how);
  tell({ kind: 'ready' });
  const order = orderIn(await told);
  valueOf(await persistently(() => office.instance.checkpoint(toy)));
  await work(office, order);
});
