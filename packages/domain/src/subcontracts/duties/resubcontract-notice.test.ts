import { expect, test } from 'vitest';
import { setsAside } from '../../testing/set-aside.ts';
import { applies, begins, checks, inMay, plans } from '../../testing/lives/subcontracts.ts';

const duty = 'resubcontract-notice';

test('DUT-resubcontract-notice-1: every standing of the notice of an application', () => {
  const life = inMay();
  const node = plans(life, begins(life));
  const notice = { subcontract: node, method: 'paper' };
  const early = life.takes(duty, 'notified', notice, { at: '2026-05-01 09:00' });
  expect(early.warnings).toEqual(['notice-before-application']);
  expect(life.standing(duty, '2026-05-01')).toMatchObject({ status: 'not-yet', proofs: [] });
  checks(life.on('2026-05-02 09:00'), node);
  const { sequence } = applies(life, node);
  const open = { dueOn: '2026-05-02', proofs: [sequence], cases: [node] };
  expect(life.standing(duty, '2026-05-02')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-05-03')).toMatchObject({ ...open, status: 'overdue' });
  const before = life.takes(duty, 'notified', notice, { at: '2026-05-02 08:59' });
  expect(before.warnings).toEqual(['notice-before-application']);
  const told = life.on('2026-05-04 09:00').takes(duty, 'notified', notice);
  expect(told.warnings).toEqual([]);
  const met = { status: 'met', proofs: [told.sequence], deviations: 0 };
  expect(life.standing(duty, '2026-05-04')).toMatchObject(met);
  expect(life.standing(duty, '2026-05-03').status).toBe('overdue');
  const { isBack, during } = setsAside(life, duty);
  expect([isBack, during.status]).toEqual([true, 'not-applicable']);
});

test('DUT-resubcontract-notice-2: it goes to the orderer of the contract the sender works under', () => {
  const life = inMay();
  const first = begins(life);
  const second = begins(life, first);
  const third = plans(life, second);
  const valuesOf = (node: string) => {
    const { subject } = life.takes(duty, 'notified', { subcontract: node, method: 'paper' });
    return life.contract.cases.get(subject)?.values;
  };
  expect(valuesOf(second)).toEqual({ subcontract: second, notifier: first, method: 'paper' });
  const told = { subcontract: third, notifier: second, orderer: first, method: 'paper' };
  expect(valuesOf(third)).toEqual(told);
});
