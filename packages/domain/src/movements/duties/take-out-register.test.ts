import { expect, test } from 'vitest';
import { decidedHarmless } from '../../testing/harmless.ts';
import {
  approvalOf,
  handler,
  lineOf,
  manager,
  medium,
  paper,
  setUpContract,
  thingOf,
  useOf,
} from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'take-out-register';
const taken = { protection: 'sealed' };
const back = { returner: handler, returnConfirmedBy: manager };

test('DUT-take-out-register-1: every standing of the register of take-outs', () => {
  const life = setUpContract();
  life.takes('take-out-approval', 'granted', approvalOf([paper, medium]));
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const first = life.takes('take-out', 'taken', { ...lineOf([paper]), ...taken });
  const open = { dueOn: '2026-04-22', proofs: [first.sequence], cases: [first.subject] };
  expect(life.standing(duty, '2026-04-22')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-04-23')).toMatchObject({ ...open, status: 'overdue' });
  life.on('2026-04-21 09:00');
  const { sequence } = life.takes('take-out', 'returned', back, { case: first.subject });
  expect(life.standing(duty, '2026-04-23')).toMatchObject({ status: 'met', proofs: [sequence] });
  life.on('2026-04-23 09:00');
  const late = { ...lineOf([medium]), protection: 'encrypted' };
  const { approver: _, ...unasked } = { approver: manager, ...late };
  const second = life.takes('take-out', 'taken', unasked);
  life.takes('take-out', 'handed-to-client', { receivedBy: '区 担当' }, { case: second.subject });
  const { before, isProven, after } = decidedHarmless(life, duty, '2026-04-23');
  expect([before.status, isProven, after.status]).toEqual(['breached', true, 'met']);
  expect(setsAside(life, duty).statuses).toEqual(['met', 'not-applicable', 'met']);
});

test('DUT-take-out-register-2: a line without a planned return is due promptly, and says so', () => {
  const life = setUpContract();
  const { plannedReturnOn: _, ...unplanned } = lineOf([paper]);
  const out = life.takes('take-out', 'taken', { ...unplanned, ...taken });
  expect(out.warnings).toEqual(['return-not-planned']);
  const due = { dueOn: '2026-04-27', remarks: ['return-not-planned'] };
  expect(life.standing(duty, '2026-04-27')).toMatchObject({ ...due, status: 'due' });
  expect(life.standing(duty, '2026-04-28')).toMatchObject({ ...due, status: 'overdue' });
});

test('DUT-take-out-register-6: what ends after its planned day keeps a mark of that', () => {
  const life = setUpContract();
  life.takes('take-out-approval', 'granted', approvalOf([paper]));
  life.takes('take-out', 'taken', { ...lineOf([paper]), ...taken });
  const about = { case: 'take-out-1' };
  life.on('2026-04-22 18:00');
  expect(life.decides('take-out', 'returned', back, about)).toMatchObject({
    value: { warnings: [] },
  });
  life.on('2026-04-23 09:00');
  for (const [step, values] of [
    ['returned', back],
    ['handed-to-client', { receivedBy: '区 担当' }],
  ] as const) {
    const late = { value: { warnings: ['ended-after-planned'] } };
    expect(life.decides('take-out', step, values, about)).toMatchObject(late);
  }
  const read = life.takes('use', 'used', useOf([medium]));
  life.on('2026-04-24 09:00');
  const put = { returnConfirmedBy: manager };
  expect(life.takes('use', 'returned', put, { case: read.subject }).warnings).toContain(
    'ended-after-planned',
  );
});

test('DUT-take-out-register-3: a permit that nobody used by its day is said, and breaks nothing', () => {
  const life = setUpContract();
  life.takes('take-out-approval', 'granted', approvalOf([paper]));
  life.takes('take-out', 'permitted', lineOf([paper]));
  expect(life.standing(duty, '2026-04-22')).toMatchObject({ status: 'not-yet', remarks: [] });
  const unused = { status: 'not-yet', remarks: ['permit-unused'] };
  expect(life.standing(duty, '2026-04-23')).toMatchObject(unused);
});

test('DUT-take-out-register-7: a line recorded late breaks nothing and says it is our own rule', () => {
  const life = setUpContract().on('2026-04-23 09:00');
  const line = { ...lineOf([medium]), protection: 'encrypted', plannedReturnOn: '2026-04-30' };
  const { warnings, events } = life.takes('take-out', 'taken', line, { at: '2026-04-21 10:00' });
  expect(warnings).toEqual(['recorded-on-later-day']);
  const marked = { code: 'recorded-late', duty };
  expect(events.at(-1)).toMatchObject({
    declaration: 'deviation/marked@1',
    duties: [],
    facts: { values: marked },
  });
  const remarks = ['house-marks-on-record'];
  const due = { status: 'due', dueOn: '2026-04-30', isDueByHouse: true, deviations: 0, remarks };
  expect(life.standing(duty, '2026-04-23')).toMatchObject(due);
});

test('DUT-take-out-register-8: one that an earlier release recorded as a deviation stands so too', () => {
  const life = setUpContract();
  const of = life.takes('take-out', 'taken', { ...lineOf([paper]), ...taken }).subject;
  const facts = {
    case: 'deviation-9',
    occurredAt: '2026-04-20T00:00:00.000Z',
    values: { of, duty, code: 'recorded-late' },
  };
  const about = { declaration: 'deviation/opened@1', duties: [], particulars: null };
  life.records({ subject: 'deviation-9', warnings: [], events: [{ ...about, facts }] });
  const standing = () => life.standing(duty, '2026-04-20');
  expect(standing()).toMatchObject({ status: 'due', deviations: 0 });
  const decision = { isIncident: true, reason: '届出の遅れを招いた' };
  life.takes('deviation', 'decided', decision, { case: 'deviation-9' });
  expect(standing()).toMatchObject({ deviations: 1, remarks: ['sign-is-incident'] });
});

test('DUT-take-out-register-4: without an internal approver it is marked; lost, it is asked about', () => {
  const life = setUpContract();
  const { approver: _, ...unasked } = lineOf([paper]);
  const { subject } = life.takes('take-out', 'taken', { ...unasked, ...taken });
  expect(decidedHarmless(life, duty, '2026-04-20').before.status).toBe('breached');
  life.takes('take-out', 'lost', { remarks: '置き忘れ' }, { case: subject });
  const lost = decidedHarmless(life, 'incident-first-report', '2026-04-23');
  expect([lost.before.status, lost.after.status]).toEqual(['due', 'not-watched']);
  expect(life.standing(duty, '2026-04-23').status).toBe('overdue');
  life.takes('take-out', 'returned', back, { case: subject });
  expect(life.standing(duty, '2026-04-23').status).toBe('not-yet');
});

test('DUT-take-out-register-5: a move out of the area is a take-out, and belongs in the register', () => {
  const life = setUpContract();
  const room = life.takes('place', 'recorded', { name: 'サーバー室', kind: 'controlled-area' });
  const moved = { place: room.subject, custodian: manager };
  const { events } = life.takes('thing', 'moved', moved, { case: paper });
  const marks = events.slice(1).map(({ facts }) => facts['values']);
  expect(marks).toMatchObject([
    { of: paper, code: 'take-out-without-approval', duty: 'take-out-approval' },
    { of: paper, code: 'move-not-in-register', duty },
  ]);
  const approval = approvalOf([medium], { destination: room.subject });
  life.takes('take-out-approval', 'granted', approval);
  const inside = { ...lineOf([medium]), destination: room.subject };
  const about = { case: life.takes('take-out', 'permitted', inside).subject };
  life.takes('take-out', 'taken', { protection: 'encrypted' }, about);
  const stored = { custodian: manager, returnConfirmedBy: manager };
  const kept = life.takes('take-out', 'stored', stored, about);
  expect(kept.events.map(({ declaration }) => declaration)).toEqual([
    'take-out/stored@1',
    'thing/moved@1',
  ]);
  expect(life.contract.cases.get(medium)?.values['place']).toBe(room.subject);
  const key = life.takes('thing', 'received', thingOf('key', 'K-1')).subject;
  expect(life.takes('thing', 'moved', moved, { case: key }).events).toHaveLength(1);
});
