import { isUnavailable } from '@kanribo/application';
import { isJsonObject } from '@kanribo/kernel';
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
import { liveAccount } from './scenes.ts';

const livesARound = 1;
const stride = 3;

function personIn(line: string): Person {
  const parsed: unknown = JSON.parse(line);
  if (!isJsonObject(parsed)) throw new Error(`not a person: ${line}`);
  const textOf = (name: keyof Person): string => {
    const value = parsed[name];
    return typeof value === 'string' ? value : '';
  };
  return { signInId: textOf('signInId'), password: textOf('password'), secret: textOf('secret') };
}

/** A round's work; a deed that the database did not answer ends that life, not the round. */
async function work(office: AccountsOffice, administrator: Person): Promise<void> {
  const { session: by } = await persistently(() => signedIn(office, administrator));
  for (let number = 0; number < livesARound; number += 1) {
    const who = `r${seed}-${number}`;
    try {
      await liveAccount(
        new Play(office, { by, who }, tell),
        (seed * livesARound + number) * stride,
      );
    } catch (fault) {
      if (!isUnavailable(fault)) throw fault;
      await persistently(() => office.store.counters(''));
    }
  }
}

await live(async (told) => {
  const office = await openAccounts(place, { seed, clock: clockOfRound(seed), pass });
  tell({ kind: 'ready' });
  const administrator = personIn(await told);
  valueOf(await persistently(() => office.instance.checkpoint(toy)));
  await work(office, administrator);
});
