import { expect, test } from 'vitest';
import { type Day, parseDay } from '@kanribo/kernel';
import { type Life, tokyo } from '../testing/life.ts';
import { handler, manager, submits } from '../testing/sample.ts';
import { answer } from '../questions.ts';
import {
  applies,
  appliedFor,
  approves,
  begins,
  checks,
  compares,
  inMay,
  plans,
  signs,
  supervises,
} from '../testing/lives/subcontracts.ts';
import { subcontractTree } from './questions.ts';

function treeOf(life: Life, on: string) {
  const parsed = parseDay(on);
  if (!parsed.ok) throw new Error(on);
  const day: Day = parsed.value;
  return subcontractTree(life.contract, day);
}

test('SUB-9: the tree shows each firm, how far it is and how it stands, on a day', () => {
  const life = inMay();
  const node = begins(life);
  const below = plans(life, node);
  const carrier = {
    parent: below,
    firm: '見本宅配',
    excludedAs: 'carrier',
    excludedBecause: '中身に触れない',
  };
  life.takes('subcontract', 'excluded', carrier);
  life.takes('subcontract', 'dropped', { remarks: '-' }, { case: plans(life) });
  expect(treeOf(life, '2026-04-30')).toEqual([]);
  const shown = treeOf(life, '2026-05-01').map(({ stage, depth, parent, status }) => ({
    stage,
    depth,
    parent,
    status,
  }));
  expect(shown).toEqual([
    { stage: 'active', depth: 1, parent: null, status: 'due' },
    { stage: 'planned', depth: 2, parent: node, status: 'due' },
    { stage: 'none', depth: 3, parent: below, status: 'not-applicable' },
    { stage: 'dropped', depth: 1, parent: null, status: 'not-applicable' },
  ]);
  compares(life, node);
  supervises(life, node);
  expect(treeOf(life, '2026-05-01')[0]).toMatchObject({ status: 'met', unchecked: 89 });
  expect(treeOf(life, '2026-05-02')[1]?.status).toBe('overdue');
  signs(life, below);
  expect(treeOf(life, '2026-05-02')[1]).toMatchObject({ stage: 'contracted', status: 'breached' });
  life.takes('subcontract', 'ended', { dataEnd: 'never-handed' }, { case: below });
  expect(treeOf(life, '2026-05-02')[1]?.stage).toBe('ended');
  const because = { withdrawnBecause: '区の指示' };
  life.takes('subcontract-approval', 'withdrawn', because, { case: 'subcontract-approval-1' });
  expect(treeOf(life, '2026-05-02')[0]).toMatchObject({ stage: 'stopped', status: 'breached' });
});

test('SUB-9: the tree names dates that are missing and dates out of their order', () => {
  const life = inMay();
  const node = plans(life);
  const none = { confirmed: null, applied: null, approved: null, contracted: null, handed: null };
  expect(treeOf(life, '2026-05-01')[0]).toMatchObject({ dates: none, missing: [], outOfOrder: [] });
  signs(life, node);
  const values = { subcontract: node, contents: '-', handedBy: handler, receivedBy: '-' };
  life.takes('subcontract-handover', 'handed', values);
  const missing = ['confirmed', 'applied', 'approved'];
  const dates = { ...none, contracted: '2026-05-01', handed: '2026-05-01' };
  expect(treeOf(life, '2026-05-01')[0]).toMatchObject({ dates, missing, outOfOrder: [] });
  approves(life.on('2026-05-03 09:00'), node);
  expect(treeOf(life, '2026-05-02')[0]).toMatchObject({ dates, missing });
  expect(treeOf(life, '2026-05-03')[0]).toMatchObject({
    dates: { ...dates, approved: '2026-05-03' },
    missing: ['confirmed', 'applied'],
    outOfOrder: ['contracted', 'handed'],
  });
});

test('SUB-9: what a change left behind has no date any more', () => {
  const life = inMay();
  const node = begins(life);
  const dated = { confirmed: '2026-05-01', applied: '2026-05-01', contracted: '2026-05-01' };
  expect(treeOf(life, '2026-05-02')[0]?.dates).toMatchObject(dated);
  life.on('2026-05-02 09:00').takes('subcontract', 'changed', { work: '封入' }, { case: node });
  const none = { confirmed: null, applied: null, approved: null, contracted: null };
  expect(treeOf(life, '2026-05-02')[0]?.dates).toMatchObject(none);
  expect(treeOf(life, '2026-05-01')[0]?.dates).toMatchObject(dated);
});

test('SUB-9: a date is the first one, and a paper sent back has none', () => {
  const life = inMay();
  const node = plans(life);
  checks(life, node);
  const applied = () => treeOf(life, '2026-05-31')[0]?.dates.applied;
  const name = 'subcontract-approval-application';
  life.on('2026-05-04 09:00');
  const { subject } = applies(life, node);
  expect(applied()).toBe('2026-05-04');
  life.takes(name, 'sent-back', {}, { case: subject });
  expect(applied()).toBeNull();
  const later = life.takes(name, 'prepared', appliedFor(life, node)).subject;
  const earlier = life.takes(name, 'prepared', appliedFor(life, node)).subject;
  submits(life.on('2026-05-06 09:00'), name, earlier);
  submits(life.on('2026-05-07 09:00'), name, later);
  expect(applied()).toBe('2026-05-06');
  const line = { subcontract: node, contents: '-', handedBy: handler, receivedBy: '-' };
  life.takes('subcontract-handover', 'handed', line);
  life.takes('subcontract-handover', 'handed', line, { at: '2026-05-05 09:00' });
  life.takes('subcontract-handover', 'handed', line);
  expect(treeOf(life, '2026-05-31')[0]?.dates.handed).toBe('2026-05-05');
});

test('SUB-9: what a person found harmless, and a notice that is owed, change how a node stands', () => {
  const life = inMay();
  const node = begins(life);
  compares(life, node);
  supervises(life, node);
  const values = { subcontract: node, contents: '-', handedBy: handler, receivedBy: '-' };
  life.takes('subcontract-handover', 'handed', values, { at: '2026-05-01 08:00' });
  const status = (index: number) => treeOf(life, '2026-05-02')[index]?.status;
  expect(status(0)).toBe('breached');
  for (const [deviation, isIncident] of [
    ['deviation-1', false],
    ['deviation-2', true],
  ] as const) {
    life.takes('deviation', 'decided', { isIncident, reason: '-' }, { case: deviation });
    expect(status(0)).toBe('breached');
  }
  const other = begins(life);
  compares(life, other);
  supervises(life, other);
  life.takes(
    'subcontract-handover',
    'handed',
    { ...values, subcontract: other },
    {
      at: '2026-05-01 08:00',
    },
  );
  for (const deviation of ['deviation-3', 'deviation-4']) {
    const harmless = { isIncident: false, reason: '見本のみ' };
    life.takes('deviation', 'decided', harmless, { case: deviation });
  }
  expect(status(1)).toBe('met');
  const further = begins(life, other);
  compares(life, further);
  supervises(life, further);
  expect(status(2)).toBe('overdue');
  life.takes('resubcontract-notice', 'notified', { subcontract: further, method: 'oral' });
  expect(status(2)).toBe('met');
});

test('SUB-9: whoever holds an office may ask for the tree', () => {
  const life = inMay();
  begins(life);
  const parsed = parseDay('2026-05-01');
  if (!parsed.ok) throw new Error('a day');
  const day = parsed.value;
  const asker = { actor: manager, now: tokyo('2026-05-01 10:00') };
  const answered = answer(life.contract, { kind: 'subcontract-tree', day }, asker);
  expect(answered).toMatchObject({
    value: { nodes: [{ case: 'subcontract-1', stage: 'active' }] },
  });
});
