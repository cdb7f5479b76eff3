import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JsonObject, dayOf, momentOf } from '@kanribo/kernel';
import { type Case, textsOf } from '../engine/case.ts';
import { caseOf, casesOf } from '../engine/contract.ts';
import { balanceOn, whereIs } from '../things/questions.ts';
import type { Life } from '../testing/life.ts';
import {
  approvalOf,
  handler,
  lineOf,
  manager,
  office,
  otherWorker,
  sendingOf,
  setUpContract,
  thingOf,
} from '../testing/sample.ts';
import { coversTakeOut } from './questions.ts';

const numbers = fc.integer({ min: 1, max: 4 });
const command = fc.record({
  kind: fc.constantFrom(
    ...(['approved', 'approved', 'permitted', 'permitted', 'cancelled', 'carried'] as const),
    ...(['made', 'approved', 'withdrawn', 'permitted', 'taken', 'carried'] as const),
    ...(['returned', 'handed', 'cancelled', 'sent', 'received', 'undelivered'] as const),
    ...(['destroyed', 'given-back', 'moved'] as const),
  ),
  things: fc.uniqueArray(numbers, { minLength: 1, maxLength: 3 }),
  number: numbers,
  hours: fc.integer({ min: 0, max: 12 }),
  isFiled: fc.constantFrom(true, true, true, false),
});

type Attempted = typeof command extends fc.Arbitrary<infer T> ? T : never;

interface Told {
  readonly declaration: string;
  readonly step: string;
  readonly values: JsonObject;
  readonly case?: string;
}

/** What a random command says, in full. */
function told({ kind, things, number, isFiled }: Attempted): Told {
  const ids = things.map((thing) => `thing-${thing}`);
  const carrier = isFiled ? handler : otherWorker;
  const line = { ...lineOf(ids), carrier };
  const about = { case: `take-out-${number}` };
  const sending = { case: `sending-${number}` };
  const thing = { case: `thing-${number}` };
  const back = { returner: handler, returnConfirmedBy: manager };
  const reason = { reason: '-' };
  const all: Readonly<Record<Attempted['kind'], readonly [string, string, JsonObject, object?]>> = {
    made: ['thing', 'made', { ...thingOf('paper', 'C'), copyOf: `thing-${number}` }],
    approved: ['take-out-approval', 'granted', approvalOf(ids)],
    withdrawn: [
      'take-out-approval',
      'withdrawn',
      { withdrawnBecause: '-' },
      { case: `take-out-approval-${number}` },
    ],
    permitted: ['take-out', 'permitted', { ...line, things: ids.slice(0, 1) }],
    taken: ['take-out', 'taken', { ...line, protection: 'sealed' }],
    carried: ['take-out', 'taken', { protection: 'sealed' }, about],
    returned: ['take-out', 'returned', back, about],
    handed: ['take-out', 'handed-to-client', { receivedBy: '-' }, about],
    cancelled: ['take-out', 'cancelled', { remarks: '-' }, about],
    sent: ['sending', 'sent', sendingOf(ids)],
    received: ['sending', 'received', { receivedBy: '-' }, sending],
    undelivered: ['sending', 'undelivered', { remarks: '-' }, sending],
    destroyed: ['thing', 'destroyed', reason, thing],
    'given-back': ['thing', 'returned-to-client', reason, thing],
    moved: ['thing', 'moved', { place: office, custodian: handler }, thing],
  };
  const [declaration, step, values, where = {}] = all[kind];
  return { declaration, step, values, ...where };
}

const factCodes = new Set(
  'not-in-step unknown-case occurred-before-opening reference-unknown thing-not-here'
    .split(' ')
    .concat('thing-ended', 'return-before-take-out', 'register-mismatch'),
);

/** Lives one random month; every fact that is refused contradicts the register, never a clause. */
function lived(commands: readonly Attempted[]): Life {
  const life = setUpContract();
  life.takes('thing', 'received', thingOf('paper', 'P-2'));
  life.takes('thing', 'received', thingOf('key', 'K-1'));
  let hour = 0;
  for (const attempted of commands) {
    hour += attempted.hours;
    const at = new Date(Date.UTC(2026, 3, 20, 10 + hour)).toISOString();
    life.on(at.slice(0, 16).replace('T', ' '));
    const { declaration, step, values, ...about } = told(attempted);
    const decided = life.decides(declaration, step, values, about);
    if (decided.ok) {
      life.records(decided.value);
      expectOnePlace(life);
    } else if (step !== 'permitted') {
      expect(factCodes).toContain(decided.error.code);
      expect(decided.error.duty).toBeNull();
    }
  }
  return life;
}

function expectOnePlace(life: Life): void {
  const things = [...casesOf(life.contract, 'thing')];
  const lines = [...casesOf(life.contract, 'take-out')].filter(({ status }) => status === 'taken');
  const counted = { created: things.length, here: 0, out: 0, ended: 0 };
  for (const thing of things) {
    const under = lines.filter(({ values }) => textsOf(values, 'things').includes(thing.id));
    const { status } = whereIs(life.contract, thing);
    counted[status] += 1;
    expect(under).toHaveLength(status === 'out' ? 1 : 0);
  }
  const { recordedAt } = life.contract;
  if (recordedAt === null) throw new Error('the contract is set up');
  expect(balanceOn(life.contract, dayOf(recordedAt))).toEqual(counted);
}

test('DOM-11: a thing is here, out under one line or ended, and the balance adds up', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(command, { minLength: 10, maxLength: 40 }), (commands) => {
      const life = lived(commands);
      for (const { recorded } of life.stored) seen.add(recorded.declaration);
      for (let ahead = 0; ahead < 40; ahead += 4) {
        const day = dayOf(momentOf(Date.UTC(2026, 3, 18 + ahead)));
        const { created, here, out, ended } = balanceOn(life.contract, day);
        expect(here + out + ended).toBe(created);
        expect(Math.min(here, out, ended)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 200 },
  );
  for (const step of ['taken', 'permitted', 'returned', 'handed-to-client', 'cancelled']) {
    expect(seen).toContain(`take-out/${step}@1`);
  }
  for (const step of ['sent', 'received', 'undelivered'])
    expect(seen).toContain(`sending/${step}@1`);
});

test('DOM-12: whatever was permitted had an approval that covered it then', () => {
  let permitted = 0;
  fc.assert(
    fc.property(fc.array(command, { minLength: 10, maxLength: 40 }), (commands) => {
      const life = lived(commands);
      for (const line of casesOf(life.contract, 'take-out')) {
        const [first] = line.steps;
        if (first.step !== 'permitted') continue;
        permitted += 1;
        expect(approvalsAt(life, line).length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 200 },
  );
  expect(permitted).toBeGreaterThan(5);
});

/** Approvals that cover the line, of those recorded before it. */
function approvalsAt(life: Life, { steps: [first] }: Case): readonly Case[] {
  const act = { at: first.recordedAt, on: dayOf(first.recordedAt), values: first.values };
  return [...casesOf(life.contract, 'take-out-approval')].filter(
    ({ id, steps: [granted] }) =>
      granted.sequence < first.sequence && coversTakeOut(known(life, id, first.sequence), act),
  );
}

/** The approval with the steps it had taken before an entry. */
function known(life: Life, id: string, before: number): Case {
  const found = caseOf(life.contract, id);
  if (found === undefined) throw new Error(`no ${id}`);
  const [granted, ...later] = found.steps;
  return { ...found, steps: [granted, ...later.filter(({ sequence }) => sequence < before)] };
}
