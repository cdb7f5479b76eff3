import { expect, test } from 'vitest';
import type { DutyId } from '@kanribo/annex';
import { setsAside } from '../../testing/set-aside.ts';
import {
  approves,
  begins,
  checks,
  confirms,
  inMay,
  plans,
  signs,
} from '../../testing/lives/subcontracts.ts';
import type { Life } from '../../testing/life.ts';
import { receives, setUpContract, submits } from '../../testing/sample.ts';

const answer = { isIncident: false, reason: '実害がない' };

/** Every standing of the confirmation of one node, by commands only. */
function expectStandings(life: Life, of: DutyId, parent?: string): void {
  const node = plans(life, parent);
  const planned = life.contract.size - 1;
  const due = { dueOn: '2026-05-01', proofs: [planned], cases: [node] };
  expect(life.standing(of, '2026-05-01')).toMatchObject({ ...due, status: 'due' });
  expect(life.standing(of, '2026-05-02')).toMatchObject({ ...due, status: 'overdue' });
  checks(life, node);
  expect(life.standing(of, '2026-05-02')).toMatchObject({ ...due, status: 'overdue' });
  approves(life, node);
  const signed = signs(life.on('2026-05-03 09:00'), node);
  const awaited = { dueOn: '2026-05-03', proofs: [signed.sequence] };
  expect(life.standing(of, '2026-05-03')).toMatchObject({ ...awaited, status: 'due' });
  expect(life.standing(of, '2026-05-04')).toMatchObject({ ...awaited, status: 'overdue' });
  const { sequence } = confirms(life, node);
  expect(life.standing(of, '2026-05-04')).toMatchObject({ status: 'met', proofs: [sequence] });
  const hasty = plans(life, parent);
  const against = signs(life, hasty);
  const breached = life.standing(of, '2026-05-03');
  expect(breached).toMatchObject({ status: 'breached', proofs: [against.sequence + 2] });
  life.takes('deviation', 'decided', answer, { case: breached.cases[0] ?? '' });
  expect(life.standing(of, '2026-05-03')).toMatchObject({ status: 'due', cases: [hasty] });
  const { isBack, during } = setsAside(life, of);
  expect([isBack, during.status]).toEqual([true, 'not-applicable']);
}

test('DUT-subcontract-confirmation-1: every standing of the confirmation before a contract', () => {
  const life = setUpContract();
  const duty = 'subcontract-confirmation';
  expect(life.standing(duty, '2026-05-01')).toMatchObject({ status: 'not-yet', proofs: [] });
  expectStandings(life, duty);
});

test('DUT-resubcontract-confirmation-1: every standing of the confirmation further down', () => {
  const life = inMay();
  const duty = 'resubcontract-confirmation';
  const parent = begins(life);
  expect(life.standing(duty, '2026-05-01')).toMatchObject({ status: 'not-yet', proofs: [] });
  expectStandings(life, duty, parent);
});

test('DUT-subcontract-confirmation-2: on another form than the designated one it waits', () => {
  const life = inMay();
  const duty = 'subcontract-confirmation';
  const node = plans(life);
  checks(life, node);
  expect(life.standing(duty, '2026-05-01').remarks).toEqual(['designation-unknown']);
  const designated = { filing: duty, clientReference: '区発第6号' };
  const form = life.takes('designated-form', 'designated', designated).subject;
  const handedIn = life.takes(duty, 'prepared', { subcontract: node }).subject;
  submits(life, duty, handedIn);
  expect(life.standing(duty, '2026-05-01').remarks).toEqual(['designated-form-missing']);
  receives(life, duty, handedIn);
  expect(life.standing(duty, '2026-05-01')).toMatchObject({
    status: 'due',
    remarks: ['designated-form-missing', 'delivered-on-own-layout'],
  });
  const accepted = { clientPerson: '区 担当', clientReference: '区発第7号' };
  life.takes('designated-form', 'own-accepted', accepted, { case: form });
  expect(life.standing(duty, '2026-05-01')).toMatchObject({ status: 'met', remarks: [] });
});

test('DUT-resubcontract-confirmation-2: the kept copy of the own paper of that party counts', () => {
  const life = inMay();
  const duty = 'resubcontract-confirmation';
  const node = plans(life, begins(life));
  const copy = `sha256:${'c'.repeat(64)}`;
  const { subject } = life.takes(duty, 'copy-kept', { subcontract: node, copy });
  expect(life.contract.cases.get(subject)?.values['sender']).toBe('subcontract-1');
  expect(life.standing(duty, '2026-05-01').status).toBe('due');
  const { sequence } = receives(life, duty, subject);
  expect(life.standing(duty, '2026-05-01')).toMatchObject({ status: 'met', proofs: [sequence] });
});

test('DUT-subcontract-confirmation-3: an ended subcontract waits for nothing', () => {
  const life = inMay();
  const duty = 'subcontract-confirmation';
  const node = plans(life);
  signs(life, node);
  life.takes('subcontract', 'ended', { dataEnd: 'never-handed' }, { case: node });
  for (const { id, declaration } of life.contract.cases.values()) {
    if (declaration === 'deviation') life.takes('deviation', 'decided', answer, { case: id });
  }
  const all = [duty, 'subcontract-approval', 'subcontract-clauses'] as const;
  const statuses = all.map((of) => life.standing(of, '2026-06-01').status);
  expect(statuses).toEqual(['not-yet', 'not-yet', 'not-yet']);
});
