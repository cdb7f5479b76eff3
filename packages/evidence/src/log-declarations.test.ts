import type { JsonObject } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { parseAnchored, parseErased, parseResumed } from './log-declarations.ts';

const root = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
const erased = { sequence: 3, reason: 'purpose-ended' };
const resumed = {
  origin: 'kanribo.example/nerima-2026/register/0',
  restoredSize: 3,
  restoredRoot: root,
  signedSize: 5,
  signedRoot: root,
  reason: 'disk-failed',
  person: 'person-1',
};
const access = {
  log: 'access',
  origin: 'kanribo.example/nerima-2026/access/0',
  size: 7,
  root,
} as const;
const instance = {
  log: 'instance',
  origin: 'kanribo.example/instance/2',
  size: 0,
  root,
} as const;
const anchored = { checkpoints: [access, instance] };

test("EVI-7: the facts of the log's own declarations are read", () => {
  expect(parseErased(erased)).toEqual({ ok: true, value: erased });
  expect(parseResumed(resumed)).toEqual({ ok: true, value: resumed });
  expect(parseAnchored(anchored)).toEqual({ ok: true, value: anchored });
  expect(parseAnchored({ checkpoints: [] }).ok).toBe(true);
});

const variantsOf = (facts: JsonObject): readonly JsonObject[] => [
  { ...facts, more: 1 },
  ...Object.keys(facts).flatMap((key) => [
    { ...facts, [key]: {} },
    { ...facts, [key]: null },
    Object.fromEntries(Object.entries(facts).filter(([name]) => name !== key)),
  ]),
];

test('EVI-7: they have exactly their keys, each of its shape', () => {
  for (const facts of variantsOf(erased)) expect(parseErased(facts).ok).toBe(false);
  for (const facts of variantsOf(resumed)) expect(parseResumed(facts).ok).toBe(false);
  for (const facts of variantsOf(anchored)) expect(parseAnchored(facts).ok).toBe(false);
  for (const checkpoint of variantsOf(access)) {
    expect(parseAnchored({ checkpoints: [checkpoint] }).ok).toBe(false);
  }
  expect(parseErased({ ...erased, reason: '本人の 申出' }).ok).toBe(false);
  expect(parseResumed({ ...resumed, restoredRoot: `${root.slice(0, -2)}V=` }).ok).toBe(false);
  expect(parseResumed({ ...resumed, restoredRoot: 'AAAA' }).ok).toBe(false);
  expect(parseResumed({ ...resumed, origin: 'kanribo.example' }).ok).toBe(false);
});

test('EVI-7: an anchor names each other log at most once, by its own origin', () => {
  expect(parseAnchored({ checkpoints: [access, access] }).ok).toBe(false);
  expect(parseAnchored({ checkpoints: [{ ...access, origin: instance.origin }] }).ok).toBe(false);
  const register = { ...access, log: 'register', origin: resumed.origin };
  expect(parseAnchored({ checkpoints: [register] }).ok).toBe(false);
});
