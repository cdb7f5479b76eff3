import { expect, test } from 'vitest';
import { setsAside } from '../../testing/set-aside.ts';
import { compares, inMay, plans, signs } from '../../testing/lives/subcontracts.ts';
import { setUpContract } from '../../testing/sample.ts';

const duty = 'subcontract-clauses';

test('DUT-subcontract-clauses-1: every standing of the clauses of a subcontract', () => {
  const life = setUpContract();
  expect(life.standing(duty, '2026-05-01')).toMatchObject({ status: 'not-yet', proofs: [] });
  const node = plans(life);
  const planned = life.contract.size - 1;
  const open = { dueOn: '2026-05-01', proofs: [planned], cases: [node] };
  expect(life.standing(duty, '2026-05-01')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-05-02')).toMatchObject({ ...open, status: 'overdue' });
  const signed = signs(life.on('2026-05-01 09:00'), node);
  const awaited = { dueOn: '2026-05-08', proofs: [signed.sequence] };
  expect(life.standing(duty, '2026-05-08')).toMatchObject({ ...awaited, status: 'due' });
  expect(life.standing(duty, '2026-05-09')).toMatchObject({ ...awaited, status: 'overdue' });
  const settled = compares(life, node);
  const met = { status: 'met', proofs: [signed.sequence, settled.sequence] };
  expect(life.standing(duty, '2026-05-09')).toMatchObject(met);
  const lax = compares(life, node, { duties: ['take-out-approval'], result: 'missing' });
  const lacking = { status: 'breached', proofs: [lax.sequence], cases: [lax.subject] };
  expect(life.standing(duty, '2026-05-01')).toMatchObject(lacking);
  expect(life.contract.cases.get(lax.subject)?.values['lackingCount']).toBe(1);
  expect(setsAside(life, duty)).toMatchObject({
    statuses: ['breached', 'not-applicable', 'breached'],
    isBack: true,
  });
});

test('DUT-subcontract-clauses-2: handed over before the contract breaks it until it is decided', () => {
  const life = inMay();
  const line = { subcontract: plans(life), contents: '通知書', receivedBy: '-' };
  life.takes('subcontract-handover', 'handed', { ...line, handedBy: 'person-4' });
  const found = life.standing(duty, '2026-05-01');
  expect(found).toMatchObject({ status: 'breached', deviations: 1 });
  const decision = { isIncident: false, reason: '見本のみ' };
  life.takes('deviation', 'decided', decision, { case: found.cases[0] ?? '' });
  expect(life.standing(duty, '2026-05-01').status).toBe('due');
});
