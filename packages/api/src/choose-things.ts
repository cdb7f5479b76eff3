import type { PlacedThing } from '@kanribo/domain';
import { chosenPage, isFoundIn } from './chosen-page.ts';
import type { ThingChoice } from './thing-choice.ts';

/** What the choice is made among. */
interface Choosing {
  readonly things: readonly PlacedThing[];
  readonly nameOf: (id: string) => string;
  /** The kinds (種別) by their names in the declaration. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly choice: ThingChoice;
  /** The number of the last thing of the page before. */
  readonly after?: number | undefined;
  readonly limit?: number | undefined;
}

/** The things that were asked for. */
interface ChosenThings {
  readonly things: readonly PlacedThing[];
  readonly total: number;
  /** Number of the last thing, where more follow. */
  readonly next: number | null;
}

/** Whether neither the choice nor its order hangs on what anything is called. */
export function isPlainThingChoice({ text, sort = 'number' }: ThingChoice): boolean {
  return text === undefined && (sort === 'number' || sort === 'kind' || sort === 'status');
}

/** Everything whose name is shown of a thing. */
export function namesOfThing({ thing, place, custodian, under }: PlacedThing): readonly string[] {
  return [thing, place, custodian, under].filter((id) => id !== null);
}

/** The things that fit a choice, in its order, as `chosenPage` gives them. */
export function chooseThings(choosing: Choosing): ChosenThings {
  const { things, choice, after, limit } = choosing;
  const { sort = 'number', order = 'desc' } = choice;
  const { shown, total, next } = chosenPage({
    items: things,
    isAsked: (one) => fits(one, choosing),
    keyOf: (one) => sortKey(one, sort, choosing),
    numberOf,
    order,
    after,
    limit,
  });
  return { things: shown, total, next };
}

const numberOf = ({ thing }: PlacedThing): number => Number(thing.slice('thing-'.length));

function fits(one: PlacedThing, { choice, nameOf, kinds }: Choosing): boolean {
  const { state, kind, place, custodian, text } = choice;
  if (state !== undefined && !isIn(one, state)) return false;
  if (kind !== undefined && one.kind !== kind) return false;
  if (place !== undefined && one.place !== place) return false;
  if (custodian !== undefined && one.custodian !== custodian) return false;
  const words = () => [kinds[one.kind ?? ''] ?? '', ...namesOfThing(one).map(nameOf)];
  return text === undefined || isFoundIn(words(), text);
}

const isIn = ({ status, isOverdue }: PlacedThing, state: NonNullable<ThingChoice['state']>) =>
  state === 'overdue' ? isOverdue : status === state;

const inOrder = ['here', 'out', 'ended'];

function sortKey(
  one: PlacedThing,
  sort: NonNullable<ThingChoice['sort']>,
  { nameOf, kinds }: Choosing,
): string | number {
  if (sort === 'number') return numberOf(one);
  if (sort === 'status') return inOrder.indexOf(one.status) + (one.isOverdue ? 0.5 : 0);
  const found = one[sort];
  if (found === null) return '';
  return sort === 'kind' ? (kinds[found] ?? found) : nameOf(found);
}
