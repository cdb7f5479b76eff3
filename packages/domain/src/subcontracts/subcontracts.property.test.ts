import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JsonObject, addDays, dayOf, midnightAfter } from '@kanribo/kernel';
import { measures } from './measures/measure-list.ts';
import { type Case, caseOn, textOf } from '../engine/case.ts';
import { caseOf, casesOf } from '../engine/contract.ts';
import { isInForce } from '../engine/covering.ts';
import type { Life } from '../testing/life.ts';
import { appliedFor, firm, inMay, namesOf, plans } from '../testing/lives/subcontracts.ts';
import { handler, receives, submits } from '../testing/sample.ts';
import { isActiveSubcontractOn } from './questions.ts';

const kinds = [
  ...(['planned', 'below', 'checked', 'confirmed', 'approved', 'approved', 'contracted'] as const),
  ...(['activated', 'activated', 'permitted', 'withdrawn', 'changed', 'extended'] as const),
  ...(['ended', 'whole', 'whole', 'whole'] as const),
];

const act = fc.record({
  kind: fc.constantFrom(...kinds),
  number: fc.integer({ min: 1, max: 4 }),
  days: fc.integer({ min: 0, max: 4 }),
  length: fc.integer({ min: 0, max: 20 }),
});

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Tries a step and records it where it is accepted. */
function tries(life: Life, declaration: string, step: string, values: JsonObject, of?: string) {
  const about = of === undefined ? {} : { case: of };
  const decided = life.decides(declaration, step, values, about);
  return decided.ok ? life.records(decided.value) : undefined;
}

const scan = `sha256:${'b'.repeat(64)}`;

function checked(life: Life, node: string): void {
  const opened = tries(life, 'measures-check', 'opened', { subcontract: node });
  if (opened === undefined) return;
  const taken = { duties: [...measures], answer: 'taken', shownBy: scan };
  tries(life, 'measures-check', 'answered', taken, opened.subject);
  tries(life, 'measures-check', 'confirmed', {}, opened.subject);
}

function confirmed(life: Life, node: string): void {
  const { confirmation } = namesOf(life, node);
  const prepared = tries(life, confirmation, 'prepared', { subcontract: node });
  if (prepared === undefined) return;
  submits(life, confirmation, prepared.subject);
  receives(life, confirmation, prepared.subject);
}

function approved(life: Life, node: string, until: string): void {
  const { approval } = namesOf(life, node);
  const { work = '', data = '' } = appliedFor(life, node);
  const word = { from: '2026-05-01', until, form: 'written', clientPerson: '区 担当' };
  tries(life, approval, 'granted', { firm: node, work, data, ...word });
}

function happens(life: Life, { kind, number, length }: Act, today: string): void {
  const node = `subcontract-${number}`;
  if (kind === 'planned' || kind === 'below') {
    const parent = kind === 'below' ? { parent: node } : {};
    tries(life, 'subcontract', 'planned', { ...firm, ...parent });
    return;
  }
  const found = caseOf(life.contract, node);
  if (found === undefined) return;
  const until = `2026-06-${String(1 + length).padStart(2, '0')}`;
  const line = { subcontract: node, contents: '-', handedBy: handler };
  const own: Readonly<Record<Exclude<Act['kind'], 'planned' | 'below'>, () => unknown>> = {
    checked: () => checked(life, node),
    confirmed: () => confirmed(life, node),
    approved: () => approved(life, node, until),
    contracted: () => tries(life, 'subcontract', 'contracted', {}, node),
    activated: () => tries(life, 'subcontract', 'activated', {}, node),
    permitted: () => tries(life, 'subcontract-handover', 'permitted', line),
    withdrawn: () => {
      const { approval } = namesOf(life, node);
      return tries(life, approval, 'withdrawn', { withdrawnBecause: '-' }, `${approval}-${number}`);
    },
    changed: () => tries(life, 'subcontract', 'changed', { work: today }, node),
    extended: () => tries(life, 'subcontract', 'revised', { until: '2027-03-31' }, node),
    ended: () => tries(life, 'subcontract', 'ended', { dataEnd: 'returned' }, node),
    whole: () => {
      checked(life, node);
      confirmed(life, node);
      approved(life, node, until);
      tries(life, 'subcontract', 'contracted', {}, node);
      return tries(life, 'subcontract', 'activated', {}, node);
    },
  };
  own[kind]();
}

function lived(acts: readonly Act[], seen: (life: Life) => void): Life {
  const life = inMay();
  plans(life, plans(life, plans(life)));
  let ahead = 0;
  for (const one of acts) {
    ahead += one.days;
    const at = new Date(Date.UTC(2026, 4, 1 + ahead, 10)).toISOString();
    life.on(at.slice(0, 16).replace('T', ' '));
    happens(life, one, at.slice(0, 10));
    seen(life);
  }
  return life;
}

/** Written out anew, apart from the code: an approval of the client for the node as it stands. */
function hasApproval(life: Life, node: Case, at: Parameters<typeof isInForce>[1]): boolean {
  const depth = node.values['depth'];
  const name = depth === 1 ? 'subcontract-approval' : 'resubcontract-approval';
  const standing = caseOn(node, at.on) ?? node;
  const bound = standing.steps.findLast(({ step }) => ['planned', 'changed'].includes(step));
  return [...casesOf(life.contract, name)].some(
    (found) =>
      textOf(found.values, 'firm') === node.id &&
      found.steps[0].sequence > (bound?.sequence ?? 0) &&
      isInForce(found, at),
  );
}

test('SUB-10: nothing makes a node active without an approval in force, or below an inactive one', () => {
  let [active, below, stopped] = [0, 0, 0];
  fc.assert(
    fc.property(fc.array(act, { minLength: 8, maxLength: 30 }), (acts) => {
      const life = lived(acts, expectLawfulBeginnings);
      for (const node of casesOf(life.contract, 'subcontract')) {
        for (let ahead = 0; ahead < 60; ahead += 3) {
          const on = addDays(dayOf(node.steps[0].occurredAt), ahead);
          if (!isActiveSubcontractOn(life.contract, node.id, on)) {
            stopped += 1;
            continue;
          }
          active += 1;
          expect(hasApproval(life, node, { at: midnightAfter(on), on })).toBe(true);
          const parent = textOf(node.values, 'parent');
          if (parent === null) continue;
          below += 1;
          expect(isActiveSubcontractOn(life.contract, parent, on)).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(Math.min(active, below, stopped)).toBeGreaterThan(50);
});

/** Every step that was just recorded as a beginning or a permit stood on an approval then. */
function expectLawfulBeginnings(life: Life): void {
  const { contract } = life;
  const last = life.stored.at(-1)?.recorded;
  if (last === undefined) return;
  const isPermit = last.declaration.startsWith('subcontract-handover/permitted@');
  if (!isPermit && !last.declaration.startsWith('subcontract/activated@')) return;
  const subject = caseOf(contract, textOf(last.facts, 'case') ?? '');
  const id = isPermit ? textOf(subject?.values ?? {}, 'subcontract') : subject?.id;
  const node = caseOf(contract, id ?? '');
  if (node === undefined) throw new Error('the node is on record');
  const now = { at: last.recordedAt, on: dayOf(last.recordedAt) };
  expect(hasApproval(life, node, now)).toBe(true);
  expect(isActiveSubcontractOn(contract, node.id, now.on)).toBe(true);
}
