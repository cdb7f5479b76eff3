import { midnightAfter, parseDay } from '@kanribo/kernel';
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
      expect(version.size).toBe(folded.size);
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
