import { expect, test } from 'vitest';
import { chief, manager } from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';
import {
  begins,
  compares,
  contracts,
  inMay,
  supervises,
} from '../../testing/lives/subcontracts.ts';

const finding = { of: 'main-contract', finding: '再検査なし', dueOn: '2026-06-20' };

test('DUT-subcontract-supervision-1: every standing of the supervision of a subcontractor', () => {
  const duty = 'subcontract-supervision';
  const life = inMay();
  const node = contracts(life);
  expect(life.standing(duty, '2026-05-01')).toMatchObject({ status: 'not-yet', proofs: [] });
  const began = life.takes('subcontract', 'activated', {}, { case: node }).sequence;
  const first = { dueOn: '2026-07-30', proofs: [began], cases: [node] };
  expect(life.standing(duty, '2026-05-01')).toMatchObject({ ...first, status: 'due' });
  expect(life.standing(duty, '2026-07-31')).toMatchObject({ ...first, status: 'overdue' });
  const { sequence } = supervises(life.on('2026-06-01 09:00'), node);
  supervises(life, node, {}, { at: '2026-05-15 09:00' });
  const next = { dueOn: '2026-08-30', proofs: [sequence], cases: [node] };
  expect(life.standing(duty, '2026-08-22')).toMatchObject({ status: 'met', proofs: [sequence] });
  expect(life.standing(duty, '2026-08-23')).toMatchObject({ ...next, status: 'due' });
  expect(life.standing(duty, '2026-08-31')).toMatchObject({ ...next, status: 'overdue' });
  const found = life.takes('supervision-finding', 'found', { ...finding, subcontract: node });
  const open = { dueOn: '2026-06-20', proofs: [found.sequence], cases: [found.subject] };
  expect(life.standing(duty, '2026-06-20')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-06-21')).toMatchObject({ ...open, status: 'overdue' });
  const outcome = { outcome: '再検査を開始' };
  life.takes('supervision-finding', 'resolved', outcome, { case: found.subject });
  expect(life.standing(duty, '2026-06-21')).toMatchObject({ status: 'met', proofs: [sequence] });
  const { isBack, during } = setsAside(life, duty);
  expect([isBack, during.status]).toEqual([true, 'not-applicable']);
  life.takes('subcontract', 'ended', { dataEnd: 'returned' }, { case: node });
  expect(life.standing(duty, '2027-01-01')).toMatchObject({ status: 'met', proofs: [sequence] });
});

test('DUT-resubcontract-supervision-1: every standing of clauses and supervision further down', () => {
  const duty = 'resubcontract-supervision';
  const life = inMay();
  const parent = begins(life);
  expect(life.standing(duty, '2026-05-01')).toMatchObject({ status: 'not-yet', proofs: [] });
  const node = begins(life, parent);
  const awaited = { status: 'due', dueOn: '2026-05-08', cases: [node] };
  expect(life.standing(duty, '2026-05-01')).toMatchObject(awaited);
  expect(life.standing(duty, '2026-05-09').status).toBe('overdue');
  const settled = compares(life, node);
  expect(life.standing(duty, '2026-05-09')).toMatchObject({ status: 'due', dueOn: '2026-07-30' });
  const supervised = supervises(life, node);
  const met = life.standing(duty, '2026-05-09');
  expect(met.status).toBe('met');
  expect(met.proofs).toEqual(expect.arrayContaining([settled.sequence, supervised.sequence]));
  const lax = compares(life, node, { duties: ['erasure'], result: 'weaker', clause: '9' });
  const breached = { status: 'breached', proofs: [lax.sequence] };
  expect(life.standing(duty, '2026-05-09')).toMatchObject(breached);
  const { isBack, during } = setsAside(life, duty);
  expect([isBack, during.status]).toEqual([true, 'not-applicable']);
});

test('DOM-70: a finding is struck out by who entered it while it is open, or by a chief officer', () => {
  const life = inMay();
  const node = begins(life);
  const finds = (actor: string) =>
    life.by(actor).takes('supervision-finding', 'found', { ...finding, subcontract: node }).subject;
  const why = { voidReason: '再委託先を取り違えた' };
  const ofChief = finds(chief);
  const own = finds(manager);
  expect(life.refuses('supervision-finding', 'voided', why, { case: ofChief }).code).toBe(
    'line-of-finder',
  );
  life.takes('supervision-finding', 'resolved', { outcome: '再検査' }, { case: own });
  expect(life.refuses('supervision-finding', 'voided', why, { case: own }).code).toBe(
    'line-of-finder',
  );
  life.takes('supervision-finding', 'voided', why, { case: finds(manager) });
  life.by(chief).takes('supervision-finding', 'voided', why, { case: own });
});
