import { expect, test } from 'vitest';
import type { DutyId } from '@kanribo/annex';
import { setUpContract } from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';
import {
  approves,
  begins,
  contracts,
  inMay,
  plans,
  signs,
} from '../../testing/lives/subcontracts.ts';
import type { Life } from '../../testing/life.ts';

const duty = 'subcontract-approval';
const answer = { isIncident: false, reason: '実害がない' };

/** Every standing of the approval of one node, by commands only. */
function expectStandings(life: Life, of: DutyId, parent?: string): void {
  const node = plans(life, parent);
  const planned = life.contract.size - 1;
  const due = { dueOn: '2026-05-01', proofs: [planned], cases: [node] };
  expect(life.standing(of, '2026-05-01')).toMatchObject({ ...due, status: 'due' });
  expect(life.standing(of, '2026-05-02')).toMatchObject({ ...due, status: 'overdue' });
  const period = { from: '2026-05-01', until: '2026-12-31' };
  const oral = { ...period, form: 'oral', paperDueOn: '2026-05-10' };
  const { subject, sequence } = approves(life, node, oral);
  const awaited = { dueOn: '2026-05-10', proofs: [sequence], cases: [subject] };
  expect(life.standing(of, '2026-05-10')).toMatchObject({ ...awaited, status: 'due' });
  expect(life.standing(of, '2026-05-11')).toMatchObject({ ...awaited, status: 'overdue' });
  life.takes(of, 'confirmed', { clientReference: '区発第5号' }, { case: subject });
  expect(life.standing(of, '2026-05-11')).toMatchObject({ status: 'met', proofs: [sequence] });
  const signed = signs(life, node);
  const opened = [signed.sequence + 1, signed.sequence + 2];
  const beyond = life.standing(of, '2026-05-11');
  expect(beyond).toMatchObject({ status: 'breached', proofs: [opened[0]], deviations: 1 });
  const [deviation = ''] = beyond.cases;
  life.takes('deviation', 'decided', answer, { case: deviation });
  expect(life.standing(of, '2026-05-11')).toMatchObject({ status: 'met', proofs: [sequence] });
  const lapsed = { status: 'breached', proofs: [signed.sequence], cases: [node] };
  expect(life.standing(of, '2027-01-01')).toMatchObject(lapsed);
  life.takes('subcontract', 'ended', { dataEnd: 'never-handed' }, { case: node });
  expect(life.standing(of, '2027-01-01')).toMatchObject({ status: 'met', proofs: [sequence] });
  expect(setsAside(life, of)).toMatchObject({
    statuses: ['met', 'not-applicable', 'met'],
    isBack: true,
  });
}

test('DUT-subcontract-approval-1: every standing of the approval of subcontracts', () => {
  const life = setUpContract();
  expect(life.standing(duty, '2026-05-01')).toMatchObject({ status: 'not-yet', proofs: [] });
  expectStandings(life, duty);
});

test('DUT-resubcontract-approval-1: every standing of the approval further down', () => {
  const life = inMay();
  const parent = begins(life);
  const further = 'resubcontract-approval';
  expect(life.standing(further, '2026-05-01')).toMatchObject({ status: 'not-yet', proofs: [] });
  expectStandings(life, further, parent);
});

test('DUT-subcontract-approval-2: what is no subcontract, or was dropped, asks for nothing', () => {
  const life = inMay();
  life.takes('subcontract', 'dropped', { remarks: '-' }, { case: plans(life) });
  const because = { excludedAs: 'maintenance', excludedBecause: '情報に触れない' };
  life.takes('subcontract', 'excluded', because, { case: plans(life) });
  expect(life.standing(duty, '2026-06-01').status).toBe('not-yet');
});

test('DUT-subcontract-approval-3: an approval withdrawn or denied breaks a running subcontract', () => {
  for (const [step, values] of [
    ['withdrawn', { withdrawnBecause: '区の指示' }],
    ['contradicted', { contradictedBecause: '承認していない' }],
  ] as const) {
    const life = inMay();
    const node = contracts(life);
    expect(life.standing(duty, '2026-05-01').status).toBe('met');
    life.on('2026-06-01 09:00').takes(duty, step, values, { case: `${duty}-1` });
    expect(life.standing(duty, '2026-06-01')).toMatchObject({ status: 'breached' });
    expect(life.standing(duty, '2026-06-01').cases).toContain(node);
  }
});

test('DUT-subcontract-approval-4: before its first day and after its last a contract breaks nothing', () => {
  const life = setUpContract();
  const node = plans(life);
  signs(life, node);
  const [deviation = ''] = life.standing(duty, '2026-04-30').cases;
  life.takes('deviation', 'decided', answer, { case: deviation });
  expect(life.standing(duty, '2026-04-30')).toMatchObject({ status: 'due', dueOn: '2026-05-01' });
  expect(life.standing(duty, '2026-05-01').status).toBe('breached');
  approves(life, node);
  expect(life.standing(duty, '2027-03-31').status).toBe('met');
  expect(life.standing(duty, '2027-04-01').status).toBe('met');
});

test('DUT-subcontract-approval-5: an approval given ahead counts unless it ends first or was taken back', () => {
  const standing = (life: Life) => life.standing(duty, '2026-04-20').status;
  const ahead = { from: '2026-05-01', until: '2027-03-31' };
  const word = { withdrawnBecause: '区の指示', contradictedBecause: '承認していない' };
  for (const [step, field] of [
    ['withdrawn', 'withdrawnBecause'],
    ['contradicted', 'contradictedBecause'],
  ] as const) {
    const life = setUpContract();
    const { subject } = approves(life, plans(life), ahead);
    expect(standing(life)).toBe('met');
    life.takes(duty, step, { [field]: word[field] }, { case: subject });
    for (const { id, declaration } of life.contract.cases.values()) {
      if (declaration === 'deviation') life.takes('deviation', 'decided', answer, { case: id });
    }
    expect(standing(life)).toBe('due');
  }
  const short = setUpContract();
  approves(short, plans(short), { from: '2026-04-21', until: '2026-04-30' });
  expect(standing(short)).toBe('due');
});
