import { type ThingChoice, chooseThings, isPlainThingChoice, namesOfThing } from '@kanribo/api';
import { type Contract, thingKinds, thingsPlacedOn } from '@kanribo/domain';
import type { Day } from '@kanribo/kernel';
import type { Member } from '../http/handle.ts';
import type { Parts } from '../parts.ts';
import { readBeside } from './beside-entries.ts';

/** Which things are asked for. */
interface Asked {
  readonly contract: Contract;
  readonly today: Day;
  readonly choice: ThingChoice;
  readonly after?: number | undefined;
  readonly limit: number;
}

/**
 * A page of the things that were asked for. Names are read of all things only where the choice or
 * its order may hang on them.
 */
export async function thingsAskedFor(parts: Parts, member: Member, asked: Asked) {
  const { contract, today, choice, after, limit } = asked;
  const { place = [], custodian = [] } = choice;
  const named = [place, custodian].flat();
  const read = (ids: readonly string[]) =>
    readBeside(parts, member, { contract, cases: [], ids: [...ids, ...named] });
  const all = thingsPlacedOn(contract, today);
  const known = isPlainThingChoice(choice) ? undefined : await read(all.flatMap(namesOfThing));
  const { things, total, next } = chooseThings({
    things: all,
    nameOf: (id) => known?.nameOf(id) ?? id,
    kinds: thingKinds,
    choice,
    after,
    limit,
  });
  const ids = things.flatMap(namesOfThing);
  const beside = known ?? (await read(ids));
  return { things: [...things], names: beside.namesOf([...ids, ...named]), total, next };
}
