import { midnightAfter, momentOf, parseDay } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { dutyMap } from './duties.ts';
import { emptyContract } from './engine/contract.ts';
import { evolve } from './rules.ts';
import { lives } from './testing/lives.ts';
import { sizeKnownBy, versionAt } from './version-at.ts';

const day = parseDay('2026-06-30');

test('DOM-18: the version known at a size is the one folded to that size', () => {
  if (!day.ok) throw new Error('no day');
  for (const live of Object.values(lives)) {
    const { contract, stored } = live();
    let folded = emptyContract();
    for (const [index, { recorded }] of stored.entries()) {
      folded = evolve(folded, recorded);
      if (index % 17 !== 0 && index !== stored.length - 1) continue;
      const version = versionAt(contract, index + 1);
      expect([version.size, version.recordedAt]).toEqual([folded.size, folded.recordedAt]);
      expect(new Map(version.cases)).toEqual(new Map(folded.cases));
      expect(dutyMap(version, day.value)).toEqual(dutyMap(folded, day.value));
    }
  }
});

test('DOM-18: the size known by a moment counts what was recorded before it', () => {
  for (const live of Object.values(lives)) {
    const { contract, stored } = live();
    for (const text of ['2026-03-31', '2026-04-20', '2026-05-31']) {
      const parsed = parseDay(text);
      if (!parsed.ok) throw new Error(text);
      const end = midnightAfter(parsed.value);
      const counted = stored.filter(({ recorded }) => recorded.recordedAt < end).length;
      expect(sizeKnownBy(contract, end)).toBe(counted);
    }
  }
});

test('DOM-18: a version’s time is that of its last entry, also where the log wrote that of itself', () => {
  const { contract } = lives.spine();
  const at = (sequence: number, text: string) => ({
    sequence,
    recordedAt: momentOf(Date.parse(text)),
    actor: 'software',
    declaration: 'log/anchored@1',
    facts: {},
  });
  const once = evolve(contract, at(contract.size, '2026-09-01T00:00:00.000Z'));
  const twice = evolve(once, at(once.size, '2026-10-01T00:00:00.000Z'));
  const versions = [contract.size, once.size].map((size) => versionAt(twice, size));
  expect(versions.map(({ recordedAt }) => recordedAt)).toEqual([
    contract.recordedAt,
    once.recordedAt,
  ]);
  expect(versions.map(({ logged }) => logged)).toEqual([contract.logged, once.logged]);
});
