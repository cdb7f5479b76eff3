import { expect, test } from 'vitest';
import { textOf } from '../engine/case.ts';
import type { Life } from '../testing/life.ts';
import { handler, setUpContract } from '../testing/sample.ts';
import {
  approves,
  begins,
  checks,
  contracts,
  inMay,
  plans,
  signs,
} from '../testing/lives/subcontracts.ts';

const codesOf = (life: Life) =>
  [...life.contract.cases.values()]
    .filter(({ declaration }) => declaration === 'deviation')
    .map(({ values }) => `${textOf(values, 'code')} ${textOf(values, 'duty')}`);

const line = { contents: '通知書', handedBy: handler };

test('SUB-4: a contract signed too early is accepted and marked, before its first day is not', () => {
  const life = setUpContract();
  const early = plans(life);
  signs(life, early);
  expect(codesOf(life)).toEqual([
    'contract-without-approval subcontract-approval',
    'contract-before-confirmation subcontract-confirmation',
  ]);
  const lawful = plans(life);
  checks(life, lawful);
  approves(life, lawful, { from: '2026-05-01' });
  signs(life, lawful);
  const short = plans(life);
  checks(life, short);
  approves(life, short, { until: '2027-03-30' });
  signs(life, short);
  expect(codesOf(life).slice(2)).toEqual(['contract-without-approval subcontract-approval']);
  const late = plans(life);
  checks(life.on('2026-05-02 09:00'), late);
  approves(life, late);
  signs(life, late, { at: '2026-05-02 09:00' });
  expect(codesOf(life)).toHaveLength(3);
  const before = plans(life.on('2026-05-03 09:00'));
  checks(life.on('2026-05-03 10:00'), before);
  approves(life, before);
  signs(life, before, { at: '2026-05-03 09:59' });
  expect(codesOf(life)).toHaveLength(5);
});

test('SUB-5: data are permitted to an active node only; what was handed over is marked', () => {
  const life = inMay();
  const planned = { ...line, subcontract: plans(life) };
  const inactive = { code: 'subcontract-inactive', duty: 'subcontract-approval' };
  const forbidden = { ...inactive, house: false };
  expect(life.refuses('subcontract-handover', 'permitted', planned)).toMatchObject(forbidden);
  const node = contracts(life);
  const about = { ...line, subcontract: node };
  const ours = { ...inactive, house: true };
  expect(life.refuses('subcontract-handover', 'permitted', about)).toMatchObject(ours);
  life.takes('subcontract', 'activated', {}, { case: node });
  const { subject } = life.takes('subcontract-handover', 'permitted', about);
  const receivedBy = '見本印刷 担当';
  life.takes('subcontract-handover', 'handed', { receivedBy }, { case: subject });
  expect(codesOf(life)).toEqual([]);
  const hand = (of: string, at?: string) => {
    const values = { ...line, subcontract: of, receivedBy };
    life.takes('subcontract-handover', 'handed', values, at === undefined ? {} : { at });
  };
  hand(node, '2026-05-01 08:59');
  expect(codesOf(life)).toEqual([
    'handed-without-approval subcontract-approval',
    'handed-before-contract subcontract-clauses',
  ]);
  const further = plans(life, node);
  approves(life, further);
  hand(further);
  expect(codesOf(life).slice(2)).toEqual(['handed-before-contract resubcontract-supervision']);
  const because = { withdrawnBecause: '区の指示' };
  life.takes('subcontract-approval', 'withdrawn', because, { case: 'subcontract-approval-1' });
  signs(life, further);
  const before = codesOf(life).length;
  hand(further);
  const found = codesOf(life).slice(before);
  expect(found).toEqual(['handed-without-approval subcontract-approval']);
});

test('SUB-5: what was handed over before a change is held against what stood then', () => {
  const life = inMay();
  const node = begins(life);
  life.on('2026-05-10 09:00');
  life.takes('subcontract', 'changed', { data: '氏名' }, { case: node });
  const values = { ...line, subcontract: node, receivedBy: '-' };
  life.takes('subcontract-handover', 'handed', values, { at: '2026-05-05 09:00' });
  expect(codesOf(life)).toEqual([]);
  life.takes('subcontract-handover', 'handed', values);
  expect(codesOf(life)).toHaveLength(2);
});

test('SUB-5: what is handed over names the subcontractor, what it was and who did it', () => {
  const life = inMay();
  const node = contracts(life);
  const whole = { ...line, subcontract: node, receivedBy: '-' };
  for (const name of ['subcontract', 'contents', 'handedBy'] as const) {
    const { [name]: _, ...values } = whole;
    const refusal = life.refuses('subcontract-handover', 'handed', values);
    expect(refusal.code).toBe('field-missing');
  }
});
