import { expect, test } from 'vitest';
import { type Day, parseDay } from '@kanribo/kernel';
import { type Life, tokyo } from '../testing/life.ts';
import { handler, manager } from '../testing/sample.ts';
import { answer } from '../questions.ts';
import {
  approves,
  begins,
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
