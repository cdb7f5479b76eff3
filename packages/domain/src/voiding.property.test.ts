import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JsonObject, dayOf } from '@kanribo/kernel';
import { dutyMap } from './duties.ts';
import { catalogue } from './catalogue.ts';
import { textOf } from './engine/case.ts';
import { type Contract, casesOf, countOfCases } from './engine/contract.ts';
import type { Standing } from './engine/standing.ts';
import { type Life, tokyo } from './testing/life.ts';
import { requests } from './testing/lives/inspections.ts';
import { auditor, chief, handler, lineOf, manager } from './testing/sample.ts';
import { medium, otherWorker, paper, sendingOf, setUpContract, useOf } from './testing/sample.ts';

const day = '2026-05-20';
const actors = [manager, chief, handler, auditor];
const declarations = [...catalogue.values()].filter(({ isVoidable }) => isVoidable);
const things = [paper, medium];

/** What is told, by whom, of which thing, and of which of the cases there are. */
interface Told {
  readonly kind: keyof typeof kinds;
  readonly actor: number;
  readonly thing: number;
  readonly choice: number;
}

type Telling = readonly [string, string, JsonObject, string?];

const lastOf = (life: Life, declaration: string, choice: number) => {
  const ids = [...casesOf(life.contract, declaration)].map(({ id }) => id);
  return ids[choice % Math.max(1, ids.length)] ?? 'none-1';
};

const anyLine = (life: Life, choice: number) =>
  lastOf(life, ['take-out', 'sending', 'use', 'thing'][choice % 4] ?? 'use', choice >> 2);

const kinds = {
  taken: (_, { thing }) => {
    const line = lineOf([things[thing] ?? paper]);
    return ['take-out', 'taken', { ...line, protection: 'none' }];
  },
  lost: (life, { choice }) => {
    const [declaration = 'thing', field = ''] =
      [
        ['take-out', 'remarks'],
        ['sending', 'remarks'],
        ['thing', 'reason'],
      ][choice % 3] ?? [];
    return [declaration, 'lost', { [field]: '不明' }, lastOf(life, declaration, choice >> 2)];
  },
  sent: (_, { thing }) => ['sending', 'sent', sendingOf([things[thing] ?? paper])],
  used: (_, { choice }) => {
    const reader = choice % 2 === 0 ? handler : otherWorker;
    return ['use', 'used', useOf([paper], { reader })];
  },
  found: (life, { choice }) => {
    const about = { of: anyLine(life, choice), duty: 'use-register', finding: '記録と違う' };
    return ['deviation', 'found', about];
  },
  decided: (life, { choice }) => {
    const decision = { isIncident: choice % 3 === 0, reason: '確かめた' };
    return ['deviation', 'decided', decision, lastOf(life, 'deviation', choice)];
  },
  near: () => ['near-miss', 'noticed', { what: '取り違え', during: 'paper' }],
  struck: (life, { choice }) => {
    const begun = declarations.filter(({ name }) => countOfCases(life.contract, name) > 0);
    const name = begun[choice % begun.length]?.name ?? 'use';
    return [name, 'voided', { voidReason: '誤り' }, lastOf(life, name, choice >> 3)];
  },
} as const satisfies Record<string, (life: Life, told: Told) => Telling>;

const isKind = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name);

const told: fc.Arbitrary<Told> = fc.record({
  kind: fc.constantFrom(...Object.keys(kinds).filter(isKind), 'struck' as const, 'struck' as const),
  actor: fc.constantFrom(0, 0, 0, 1, 2, 3),
  thing: fc.nat({ max: 1 }),
  choice: fc.nat({ max: 255 }),
});

const rank = { breached: 2, overdue: 1 } as const;
const rankOf = (status: string) =>
  status === 'breached' || status === 'overdue' ? rank[status] : 0;

/** Duties that stand better than before, but for those that waited for a case struck out since. */
function bettered(before: readonly Standing[], after: readonly Standing[], struck: Set<string>) {
  return before.flatMap((one, place) => {
    const isBetter = rankOf(after[place]?.status ?? '') < rankOf(one.status);
    const waitedForIt = one.status === 'overdue' && one.cases.some((id) => struck.has(id));
    return isBetter && !waitedForIt ? [`${one.duty}: ${one.status}`] : [];
  });
}

const mapOf = (contract: Contract) => dutyMap(contract, dayOf(tokyo(`${day} 12:00`)));

test('DOM-51: no striking out by the contractor betters a duty that is breached, whatever happened', () => {
  let [accepted, waited] = [0, 0];
  fc.assert(
    fc.property(fc.array(told, { minLength: 6, maxLength: 24 }), (history) => {
      const life = setUpContract();
      const asked = requests(life, '2026-04-30').subject;
      life.on(`${day} 09:00`);
      for (const one of history) {
        life.by(actors[one.actor] ?? manager);
        const [declaration, step, values, subject] = kinds[one.kind](life, one);
        const about = { ...(subject !== undefined && { case: subject }), at: `${day} 09:00` };
        const decided = life.decides(declaration, step, values, about);
        if (!decided.ok) continue;
        const before = step === 'voided' ? mapOf(life.contract) : [];
        life.records(decided.value);
        if (step !== 'voided') continue;
        accepted += 1;
        const after = mapOf(life.contract);
        const struck = new Set(
          decided.value.events.map(({ facts }) => textOf(facts, 'case') ?? ''),
        );
        expect(bettered(before, after, struck)).toEqual([]);
        waited += bettered(before, after, new Set()).length;
        const report = after.find(({ duty }) => duty === 'compliance-report');
        expect(report?.cases).toContain(asked);
      }
    }),
    { numRuns: 600 },
  );
  expect(accepted).toBeGreaterThan(100);
  expect(waited).toBeGreaterThan(0);
});
