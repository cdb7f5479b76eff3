import { contractRules } from '@kanribo/domain';
import { lives } from '@kanribo/domain/testing';
import { addDays, dayOf } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { emptyKept, evolveKept, knownOn } from './kept-contract.ts';

test('SRV-1: a contract as known on a day is folded from what was recorded by its end', () => {
  const recorded = lives.spine().stored.map((stored) => stored.recorded);
  const kept = recorded.reduce(evolveKept, emptyKept());
  const days = [...new Set(recorded.map(({ recordedAt }) => dayOf(recordedAt)))];
  expect(days.length).toBeGreaterThan(3);
  for (const day of days.flatMap((one) => [addDays(one, -1), one, addDays(one, 1)])) {
    const known = recorded.filter(({ recordedAt }) => dayOf(recordedAt) <= day);
    const folded = known.reduce(contractRules.evolve, contractRules.empty());
    expect(knownOn(kept, day).size).toBe(folded.size);
    expect([...knownOn(kept, day).cases.keys()].sort()).toEqual([...folded.cases.keys()].sort());
  }
});
