import { expect, test } from 'vitest';
import { type JsonObject, dayOf } from '@kanribo/kernel';
import { textOf } from '../engine/case.ts';
import { caseOf } from '../engine/contract.ts';
import { type Life, tokyo } from '../testing/life.ts';
import {
  approvalOf,
  handler,
  lineOf,
  manager,
  medium,
  paper,
  sendingOf,
  setUpContract,
  useOf,
} from '../testing/sample.ts';
import { balanceOn, whereIs } from '../things/questions.ts';

const back = { returner: handler, returnConfirmedBy: manager };
const line = (things: readonly string[]): JsonObject => ({
  ...lineOf(things),
  protection: 'sealed',
  plannedReturnOn: '2026-06-30',
});

const codes = (life: Life, events: readonly { readonly facts: JsonObject }[]) => {
  const found = events.flatMap(
    ({ facts }) => caseOf(life.contract, textOf(facts, 'case') ?? '') ?? [],
  );
  return found
    .filter(({ declaration }) => declaration === 'deviation')
    .map(({ values }) => values['code']);
};

const status = (life: Life, id: string) => caseOf(life.contract, id)?.status;

/** Approved; out since the 10th of May, and it is the 11th. */
function outSinceTheTenth(): Life {
  const life = setUpContract();
  life.takes('take-out-approval', 'granted', approvalOf([paper, medium]));
  life.on('2026-05-10 09:00').takes('take-out', 'taken', line([paper]));
  return life.on('2026-05-11 09:00');
}

test('MOV-15: a late take-out is judged by where the thing was on its day, not by today', () => {
  const life = outSinceTheTenth();
  const late = life.takes('take-out', 'taken', line([paper]), { at: '2026-05-01 10:00' });
  expect(codes(life, late.events)).toEqual(['recorded-late']);
  const about = { case: late.subject };
  const returned = life.takes('take-out', 'returned', back, { ...about, at: '2026-05-02 10:00' });
  expect(codes(life, returned.events)).toEqual(['recorded-late']);
  life.takes('take-out', 'returned', back, { case: 'take-out-1' });
  life.takes('thing', 'destroyed', { reason: '溶解' }, { case: paper });
  life.on('2026-05-12 09:00');
  const before = life.takes('take-out', 'taken', line([paper]), { at: '2026-05-03 10:00' });
  expect(codes(life, before.events)).toEqual(['recorded-late']);
});

test('MOV-15: what another record contradicts is recorded as it was and marked', () => {
  const life = outSinceTheTenth();
  expect(life.refuses('take-out', 'taken', line([paper]))).toMatchObject({
    code: 'thing-not-here',
    wayOut: [{ code: 'record-return' }, { code: 'state-when-it-happened' }],
  });
  const again = life.takes('take-out', 'taken', line([paper]), { at: '2026-05-10 10:00' });
  expect(codes(life, again.events)).toEqual(['register-contradicted']);
  const sent = sendingOf([paper, medium], { protection: 'encrypted', paperProtection: 'sealed' });
  const posted = life.takes('sending', 'sent', sent, { at: '2026-05-10 11:00' });
  expect(codes(life, posted.events)).toEqual([]);
  const overlap = setUpContract();
  overlap.takes('take-out-approval', 'granted', approvalOf([paper]));
  overlap.on('2026-05-10 09:00').takes('take-out', 'taken', line([paper]));
  overlap
    .on('2026-05-11 09:00')
    .takes('take-out', 'taken', line([paper]), { at: '2026-05-10 08:00' });
  const late = { case: 'take-out-2', at: '2026-05-10 12:00' };
  const { events } = overlap.takes('take-out', 'returned', back, late);
  expect(codes(overlap, events)).toEqual(['register-contradicted']);
  expect(overlap.standing('take-out-register', '2026-05-11').status).toBe('breached');
});

test('MOV-16: what is out is posted from where it is, and its line goes over into the sending', () => {
  const life = outSinceTheTenth();
  const sent = life.takes('sending', 'sent', sendingOf([paper]));
  expect(codes(life, sent.events)).toEqual([]);
  expect([status(life, 'take-out-1'), status(life, 'take-out-2')]).toEqual(['sent-on', 'taken']);
  life.takes('sending', 'received', { receivedBy: '区 担当' }, { case: sent.subject });
  expect([status(life, 'take-out-2'), status(life, paper)]).toEqual([
    'handed-to-client',
    'handed-over',
  ]);
  const part = setUpContract();
  part.takes('take-out', 'taken', line([paper, medium]));
  expect(part.refuses('sending', 'sent', sendingOf([paper])).code).toBe('thing-not-here');
});

test('MOV-16: what is destroyed or given back where it was taken needs no return before', () => {
  const life = setUpContract();
  life.takes('take-out-approval', 'granted', approvalOf([paper, medium]));
  life.takes('take-out', 'taken', line([paper, medium]));
  const reason = { reason: '現地で溶解' };
  expect(life.takes('thing', 'destroyed', reason, { case: paper }).warnings).toEqual([
    'ended-while-out',
  ]);
  expect(status(life, 'take-out-1')).toBe('taken');
  life.takes('thing', 'returned-to-client', reason, { case: medium });
  expect(status(life, 'take-out-1')).toBe('ended-outside');
  const day = dayOf(tokyo('2026-04-20 09:00'));
  expect(balanceOn(life.contract, day)).toEqual({ created: 2, here: 0, out: 0, ended: 2 });
});

test('MOV-16: what is read while it is out is read where it is, and said so', () => {
  const life = outSinceTheTenth();
  const { warnings } = life.takes('use', 'used', useOf([paper]));
  expect(warnings).toEqual(['used-while-out']);
  life.takes('thing', 'destroyed', { reason: '溶解' }, { case: paper });
  expect(life.refuses('use', 'used', useOf([paper])).code).toBe('thing-ended');
  life.on('2026-05-11 18:00');
  const late = life.takes('use', 'used', useOf([paper]), { at: '2026-05-11 17:00' });
  expect(codes(life, late.events)).toEqual(['register-contradicted']);
});

test('MOV-17: what is lost where it was kept is out under its own record until it is found', () => {
  const life = setUpContract();
  const lost = life.takes('thing', 'lost', { reason: '棚卸しで不明' }, { case: paper });
  expect(codes(life, lost.events)).toEqual(['lost']);
  expect(life.standing('locked-storage', '2026-04-20').status).toBe('not-watched');
  const asked = { status: 'due', cases: ['deviation-1'], remarks: ['sign-undecided'] };
  expect(life.standing('incident-first-report', '2026-04-20')).toMatchObject(asked);
  const found = () => {
    const thing = caseOf(life.contract, paper);
    return thing && whereIs(life.contract, thing);
  };
  expect(found()).toEqual({ status: 'out', under: paper });
  const kept = { place: 'place-1', custodian: handler };
  life.takes('thing', 'found', kept, { case: paper });
  expect(found()).toEqual({ status: 'here', ...kept });
});

test('MOV-17: what was thought lost and turns up on its way is handed over and stored all the same', () => {
  const life = setUpContract();
  for (const [thing, step, values] of [
    [paper, 'handed-to-client', { receivedBy: '区 担当' }],
    [medium, 'stored', { custodian: manager, returnConfirmedBy: manager }],
  ] as const) {
    const destination = step === 'stored' ? 'place-1' : 'place-2';
    const { subject } = life.takes('take-out', 'taken', { ...line([thing]), destination });
    life.takes('thing', 'lost', { reason: '棚卸しで不明' }, { case: thing });
    expect(life.decides('take-out', step, values, { case: subject }).ok).toBe(true);
  }
});
