import { toBase64 } from '@kanribo/kernel';
import { emptyRoot } from '@kanribo/merkle';
import { expect, test } from 'vitest';
import { containmentOf } from './earlier-head.ts';
import type { Resumption } from './log-chronicle.ts';
import { parseOrigin } from './origin.ts';
import { origins } from './testing/sample-contract.ts';
import { sha256 } from './testing/tools.ts';

const root = emptyRoot(sha256);

/** A resumption that counts how often it is looked at. */
function counted(sequence: number, seen: number[]): Resumption {
  return {
    sequence,
    origin: origins.access,
    get restoredSize() {
      seen.push(sequence);
      return sequence;
    },
    restoredRoot: toBase64(root),
    signedSize: sequence + 5,
    signedRoot: toBase64(root),
    reason: 'x',
    person: 'person-1',
  };
}

test('EVI-21: an anchor is held to the resumption that left its origin alone, however many', () => {
  const seen: number[] = [];
  const resumptions = Array.from({ length: 50 }, (_, index) => counted(10 * index, seen));
  const origin = parseOrigin(origins.access.replace(/0$/, '50'));
  if (origin === undefined) throw new TypeError('no origin');
  const head = { log: 'access', name: 'x', origin, size: 600, root, shared: 'whole' } as const;
  const log = {
    head: { ...head, key: undefined, isSigned: true },
    resumptions,
    rootAt: () => undefined,
  };
  const earlier = { size: 32, resumptions: 3, isRoot: () => false };
  expect(containmentOf(earlier, log)).toEqual({ status: 'lost', sequence: 30 });
  expect(new Set(seen)).toEqual(new Set([30]));
  expect(containmentOf({ ...earlier, size: 36 }, log)).toEqual({ status: 'forked' });
  expect(containmentOf({ ...earlier, resumptions: 51 }, log)).toEqual({ status: 'ahead' });
});
