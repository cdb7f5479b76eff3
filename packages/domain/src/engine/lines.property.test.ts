import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Day,
  type JsonObject,
  type Moment,
  midnightAfter,
  momentOf,
  parseDay,
} from '@kanribo/kernel';
import { type Case, caseOn, valuesOf } from './case.ts';
import { type Contract, casesOf, draftOf, emptyContract } from './contract.ts';
import { declareCase, effectsOf } from './declare.ts';
import { evolve } from './evolve.ts';
import { text, someOf } from './field.ts';
import { begunOn, casesWith, linesOn, unsettledOn, unsettledWith } from './lines.ts';
import { proofLimit } from './standing.ts';

const step = (to?: string) => ({
  title: 'step',
  from: ['new', 'any'],
  nature: 'fact' as const,
  by: ['set-up'] as const,
  required: [],
  optional: ['one', 'many', 'other'],
  ...(to !== undefined && { to }),
});

const line = declareCase({
  name: 'line',
  preset: 'register',
  title: 'line',
  duty: null,
  fields: { one: text('one'), many: someOf('many', 'line'), other: text('other') },
  steps: { opened: step(), done: step(), stored: step('kept'), again: step('opened') },
  final: ['done', 'kept'],
  correctable: ['one', 'many', 'other'],
  indexedBy: ['one', 'many'],
});
const effects = effectsOf([line]);
const minute = 60_000;
const start = Date.parse('2026-04-01T00:00:00+09:00');
const days = ['2026-03-31', '2026-04-01', '2026-04-02', '2026-04-03', '2026-04-09'].map(dayIn);

const anyValues: fc.Arbitrary<JsonObject> = fc.record(
  {
    one: fc.constantFrom('a', 'b', 'c'),
    many: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
    other: fc.constantFrom('a', 'b'),
  },
  { requiredKeys: [] },
);

/** A step of one of few cases, some minutes after the last entry, and recorded late or at once. */
const anyStep = fc.record({
  number: fc.oneof({ weight: 2, arbitrary: fc.nat({ max: 40 }) }, fc.constant(Infinity)),
  name: fc.constantFrom('opened', 'done', 'done', 'stored', 'again', 'corrected'),
  after: fc.constantFrom(0, 0, 60, 400),
  late: fc.constantFrom(0, 0, 100, 3_000),
  values: anyValues,
});
const anyLife = fc.array(anyStep, { minLength: 60, maxLength: 200, size: 'max' });

function dayIn(written: string): Day {
  const parsed = parseDay(written);
  if (!parsed.ok) throw new Error(written);
  return parsed.value;
}

type AnyStep = typeof anyStep extends fc.Arbitrary<infer One> ? One : never;

/** Every version of a contract that took these steps after it was as given. */
function versionsOf(steps: readonly AnyStep[], from = emptyContract()): readonly Contract[] {
  const versions: Contract[] = [from];
  let now = from.recordedAt === null ? start : Date.parse(from.recordedAt);
  let count = from.counts.get('line') ?? 0;
  for (const { number, name, after, late, values } of steps) {
    const contract = versions.at(-1) ?? emptyContract();
    now += after * minute;
    const isNew = number >= count;
    const taken = isNew && name === 'corrected' ? 'opened' : name;
    if (isNew) count += 1;
    const id = `line-${isNew ? count : number + 1}`;
    const opened = contract.cases.get(id)?.steps[0].occurredAt ?? '';
    const stated = momentOf(now - late * minute);
    const occurredAt: Moment = stated < opened ? momentOf(Date.parse(opened)) : stated;
    const recorded = { sequence: contract.size, recordedAt: momentOf(now), actor: 'a' };
    const facts = { case: id, occurredAt, values };
    versions.push(
      evolve(effects, contract, { ...recorded, declaration: `line/${taken}@1`, facts }),
    );
  }
  return versions;
}

const byId = (one: Case, other: Case) => (one.id < other.id ? -1 : 1);
const isFinal = ({ status }: Case) => line.final.includes(status);

/** The same by reading every case: those that came to their end last as known, as a day found them. */
function plainLines(contract: Contract, day: Day) {
  const standing = [...casesOf(contract, 'line')].flatMap((found) => {
    const on = caseOn(found, day);
    return on === undefined ? [] : [{ on, at: lastEnd(found) }];
  });
  const ended = standing.filter(({ on }) => isFinal(on)).sort((one, other) => one.at - other.at);
  return {
    open: standing.map(({ on }) => on).filter((on) => !isFinal(on)),
    ended: ended.slice(-proofLimit).map(({ on }) => on),
  };
}

function lastEnd({ steps }: Case): number {
  const led = steps.filter((taken) => taken.step !== 'corrected');
  const ends = led.filter((taken, index) => {
    const before = led[index - 1];
    const wasFinal = before !== undefined && line.final.includes(before.status);
    return line.final.includes(taken.status) && !wasFinal;
  });
  return ends.at(-1)?.sequence ?? -1;
}

function holding(contract: Contract, field: string, value: string): readonly Case[] {
  return [...casesOf(contract, 'line')].filter(({ values }) =>
    valuesOf(values, field).includes(value),
  );
}

test('DOM-19: lines, found cases and counts are those of reading every case', () => {
  let [late, again, many] = [0, 0, 0];
  fc.assert(
    fc.property(anyLife, fc.nat(), (steps, chosen) => {
      const versions = versionsOf(steps);
      const last = versions.at(-1) ?? emptyContract();
      for (const contract of [last, versions[chosen % versions.length] ?? last, last]) {
        for (const day of days) {
          const plain = plainLines(contract, day);
          expect(linesOn(contract, line, day)).toEqual(plain);
          const all = [...casesOf(contract, 'line')];
          const begun = all.filter((found) => caseOn(found, day) !== undefined);
          expect(begunOn(contract, 'line', day)).toBe(begun.length);
          const unsettled = [...unsettledOn(contract, 'line', day)];
          expect(unsettled.filter((on) => !isFinal(on)).sort(byId)).toEqual(
            [...plain.open].sort(byId),
          );
          if (begun.length < all.length) late += 1;
          if (plain.ended.length === proofLimit) many += 1;
          again += plain.ended.filter(({ id }) => contract.open.get('line')?.has(id)).length;
        }
        for (const field of ['one', 'many', 'other']) {
          const about = { field, value: 'b' };
          expect(casesWith(contract, 'line', about)).toEqual(holding(contract, field, 'b'));
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(Math.min(late, again, many)).toBeGreaterThan(10);
});

test('DOM-19: of the cases with a value only some that ended before a moment are left out', () => {
  const seen = { left: 0, found: 0 };
  fc.assert(
    fc.property(anyLife, fc.constantFrom(...days), (steps, day) => {
      const contract = versionsOf(steps).at(-1) ?? emptyContract();
      const since = midnightAfter(day);
      for (const field of ['one', 'many', 'other']) {
        for (const value of ['a', 'b', 'never']) {
          const all = holding(contract, field, value);
          const found = unsettledWith(contract, 'line', { field, value, since });
          const wanted = all.filter(
            (one) =>
              !isFinal(one) ||
              one.steps.some(({ sequence, recordedAt }) => {
                return sequence === lastEnd(one) && recordedAt >= since;
              }),
          );
          expect(all.filter((one) => found.includes(one))).toEqual(found);
          expect(found).toEqual(expect.arrayContaining(wanted));
          const open = unsettledWith(contract, 'line', { field, value });
          expect(open).toEqual(expect.arrayContaining(all.filter((one) => !isFinal(one))));
          seen.left += all.length - found.length;
          seen.found += wanted.length;
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(Math.min(seen.left, seen.found)).toBeGreaterThan(100);
});

test('DOM-19: versions that part go their own ways', () => {
  const day = dayIn('2026-04-02');
  fc.assert(
    fc.property(anyLife, anyLife, fc.nat(), (one, other, chosen) => {
      const versions = versionsOf(one);
      const parting = versions[chosen % versions.length];
      const branch = versionsOf(other, parting);
      for (const contract of [versions.at(-1), branch.at(-1), versions.at(-1), parting]) {
        const found = contract ?? emptyContract();
        expect(linesOn(found, line, day)).toEqual(plainLines(found, day));
        const about = { field: 'many', value: 'a' };
        expect(casesWith(found, 'line', about)).toEqual(holding(found, 'many', 'a'));
      }
    }),
    { numRuns: 20 },
  );
});

test('DOM-28: a draft that is sealed is what folding entry by entry gives', () => {
  fc.assert(
    fc.property(anyLife, anyLife, fc.nat(), (steps, others, chosen) => {
      const versions = versionsOf(steps);
      const from = versions[chosen % versions.length] ?? emptyContract();
      const known = contentOf(from);
      const plain = versionsOf(others, from).at(-1) ?? from;
      const { state, seal } = draftOf(from);
      const folded = versionsOf(others, state).at(-1) ?? state;
      seal();
      expect(contentOf(folded)).toEqual(contentOf(plain));
      const later = versionsOf(steps, folded).at(-1) ?? folded;
      expect(contentOf(later)).toEqual(contentOf(versionsOf(steps, plain).at(-1) ?? plain));
      expect([contentOf(folded), contentOf(from)]).toEqual([contentOf(plain), known]);
    }),
    { numRuns: 20 },
  );
});

function contentOf({ size, recordedAt, cases, counts, open, ended, index }: Contract) {
  const inner = <V>(tables: Iterable<readonly [string, Iterable<V>]>) =>
    Object.fromEntries([...tables].map(([name, table]) => [name, [...table]]));
  const flat = { cases: [...cases], counts: [...counts], ended: [...ended] };
  return { size, recordedAt, ...flat, open: inner(open), index: inner(index) };
}
