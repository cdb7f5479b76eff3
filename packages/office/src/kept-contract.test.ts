import { type Contract, type Recorded, contractRules } from '@kanribo/domain';
import { lives } from '@kanribo/domain/testing';
import { type Day, addDays, dayOf } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { draftOfKept, emptyKept, evolveKept, knownOn } from './kept-contract.ts';

const recordedIn = (life: keyof typeof lives) =>
  lives[life]().stored.map(({ recorded }) => recorded);

const recorded = recordedIn('spine');

const everyDay = [...new Set(recorded.map(({ recordedAt }) => dayOf(recordedAt)))]
  .flatMap((one) => [addDays(one, -1), one, addDays(one, 1)])
  .sort();

/** What can be read of a contract, whatever it was folded in. */
function readable({ size, cases, counts, open, ended, index }: Contract) {
  return {
    size,
    cases: new Map(cases),
    counts: new Map(counts),
    ended: new Map(ended),
    open: new Map([...open].map(([name, ids]) => [name, new Set(ids.keys())])),
    index: new Map([...index].map(([name, mentions]) => [name, new Map(mentions)])),
  };
}

function folded(entries: readonly Recorded[], day: Day): Contract {
  const known = entries.filter(({ recordedAt }) => dayOf(recordedAt) <= day);
  return known.reduce(contractRules.evolve, contractRules.empty());
}

test('SRV-1: a contract as known on a day is folded from what was recorded by its end', () => {
  const kept = recorded.reduce(evolveKept, emptyKept());
  expect(kept.days.length).toBeGreaterThan(3);
  for (const day of [...everyDay, ...everyDay.toReversed()]) {
    expect(readable(knownOn(kept, day))).toEqual(readable(folded(recorded, day)));
  }
});

test('SRV-1: what is known on a day is the same for a contract that was folded in a draft', () => {
  const half = Math.floor(recorded.length / 2);
  const before = recorded.slice(0, half).reduce(evolveKept, emptyKept());
  const { state, seal } = draftOfKept(before);
  const kept = recorded.slice(half).reduce(evolveKept, state);
  seal();
  expect(before.contract.size).toBe(half);
  expect(readable(before.contract)).toEqual(
    readable(recorded.slice(0, half).reduce(contractRules.evolve, contractRules.empty())),
  );
  for (const day of everyDay) {
    expect(readable(knownOn(kept, day))).toEqual(readable(folded(recorded, day)));
  }
});

test('SRV-1: contracts of the same days and sizes are never taken for each other', () => {
  const renamed = recorded.map((one) => ({ ...one, actor: `${one.actor}-other` }));
  const [kept, other] = [recorded, renamed].map((all) => all.reduce(evolveKept, emptyKept()));
  if (kept === undefined || other === undefined) throw new Error('two were folded');
  for (const day of everyDay) {
    expect(readable(knownOn(kept, day))).toEqual(readable(folded(recorded, day)));
    expect(readable(knownOn(other, day))).toEqual(readable(folded(renamed, day)));
  }
});
