import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JsonObject, type Moment, momentOf } from '@kanribo/kernel';
import { type Case, stepOf, textOf, textsOf } from '../engine/case.ts';
import { type Contract, caseOf, casesOf } from '../engine/contract.ts';
import type { Life } from '../testing/life.ts';
import { handler, lineOf, manager, medium, paper, setUpContract } from '../testing/sample.ts';
import { linesOutAt, linesOutNow } from './out.ts';

const start = Date.parse('2026-05-01T00:00:00Z');
const hourMs = 3_600_000;
const things = [paper, medium];
const ends = ['returned', 'stored', 'posted', 'sent-on', 'ended-outside', 'handed-to-client'];
const back: JsonObject = { returner: handler, returnConfirmedBy: manager };

/** A line taken out, brought back or lost, so many hours after the last, and stated late or now. */
const anyStep = fc.record({
  name: fc.constantFrom('taken', 'taken', 'taken', 'returned', 'returned', 'lost'),
  number: fc.nat({ max: 30 }),
  carried: fc.constantFrom([paper], [paper], [medium], [paper, medium]),
  after: fc.integer({ min: 1, max: 6 }),
  late: fc.constantFrom(0, 0, 0, 5, 20, 60),
});
type AnyStep = typeof anyStep extends fc.Arbitrary<infer One> ? One : never;

const anyHistory = fc.array(anyStep, { minLength: 20, maxLength: 60, size: 'max' });

const written = (epochMs: number) => momentOf(epochMs).slice(0, 16).replace('T', ' ');

/** What was told of a line that ended: itself and the contract as it was before. */
interface Ending {
  readonly before: Contract;
  readonly line: Case;
  readonly isContradicted: boolean;
}

function tell(steps: readonly AnyStep[]): { readonly life: Life; readonly ended: Ending[] } {
  const life = setUpContract();
  const ended: Ending[] = [];
  let now = start;
  for (const { name, number, carried, after, late } of steps) {
    now += after * hourMs;
    life.on(written(now));
    const before = life.contract;
    const count = before.counts.get('take-out') ?? 0;
    const isNew = name === 'taken';
    if (!isNew && count === 0) continue;
    const id = `take-out-${count - (number % Math.max(count, 1))}`;
    const values = isNew ? { ...lineOf(carried), protection: 'sealed' } : endOf(name);
    const about = { at: written(now - late * hourMs), ...(!isNew && { case: id }) };
    const decided = life.decides('take-out', name, values, about);
    if (!decided.ok) continue;
    life.records(decided.value);
    const line = caseOf(life.contract, id);
    if (name !== 'returned' || line === undefined) continue;
    const codes = decided.value.events.map(({ facts }) =>
      textOf(caseOf(life.contract, textOf(facts, 'case') ?? '')?.values ?? {}, 'code'),
    );
    ended.push({ before, line, isContradicted: codes.includes('register-contradicted') });
  }
  return { life, ended };
}

const endOf = (name: string): JsonObject => (name === 'lost' ? { remarks: '-' } : back);

/** Every line of a thing, read one by one. */
function linesOf(contract: Contract, thing: string): readonly Case[] {
  return [...casesOf(contract, 'take-out')].filter(({ values }) =>
    textsOf(values, 'things').includes(thing),
  );
}

function plainlyOutAt(contract: Contract, thing: string, at: Moment): readonly Case[] {
  return linesOf(contract, thing).filter(({ steps }) => {
    const end = steps.find(({ step }) => ends.includes(step));
    const taken = steps.find(({ step }) => step === 'taken');
    return taken !== undefined && taken.occurredAt <= at && !(end && end.occurredAt <= at);
  });
}

/** Whether one of its things went out again before the line ended. */
function plainlyContradicted({ before, line }: Ending): boolean {
  const [since, until] = [stepOf(line, 'taken')?.occurredAt, stepOf(line, 'returned')?.occurredAt];
  return textsOf(line.values, 'things')
    .flatMap((thing) => linesOf(before, thing))
    .some((other) => {
      const at = stepOf(other, 'taken')?.occurredAt;
      if (since === undefined || until === undefined || at === undefined) return false;
      return other.id !== line.id && since < at && at < until;
    });
}

test('MOV-15: what was out at a moment, and what went out again, is what all lines say', () => {
  const seen = { out: 0, free: 0, contradicted: 0, sound: 0 };
  fc.assert(
    fc.property(anyHistory, (steps) => {
      const { life, ended } = tell(steps);
      const { contract } = life;
      for (const thing of things) {
        const now = linesOf(contract, thing).filter(({ status }) =>
          ['taken', 'lost'].includes(status),
        );
        expect(linesOutNow(contract, thing)).toEqual(now);
        for (let hour = -60; hour < 240; hour += 5) {
          const at = momentOf(start + hour * hourMs);
          const plain = plainlyOutAt(contract, thing, at);
          expect(linesOutAt(contract, thing, at)).toEqual(plain);
          seen[plain.length > 0 ? 'out' : 'free'] += 1;
        }
      }
      for (const ending of ended) {
        expect(ending.isContradicted).toBe(plainlyContradicted(ending));
        seen[ending.isContradicted ? 'contradicted' : 'sound'] += 1;
      }
    }),
    { numRuns: 40 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
});
