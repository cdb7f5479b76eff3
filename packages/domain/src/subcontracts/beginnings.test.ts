import { expect, test } from 'vitest';
import { type Day, parseDay } from '@kanribo/kernel';
import type { Life } from '../testing/life.ts';
import { handler, otherWorker } from '../testing/sample.ts';
import {
  approves,
  begins,
  checks,
  compares,
  confirms,
  contracts,
  firm,
  inMay,
  plans,
  signs,
} from '../testing/lives/subcontracts.ts';
import { isActiveMemberOn, isActiveSubcontractOn } from './questions.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

test('SUB-1: the depth of a node is worked out from its parent', () => {
  const life = inMay();
  const first = plans(life);
  const second = plans(life, first);
  const third = plans(life, second);
  const depths = [first, second, third].map((id) => life.contract.cases.get(id)?.values['depth']);
  expect(depths).toEqual([1, 2, 3]);
});

test('SUB-1: a period is not reversed, and what is no subcontract still has a name', () => {
  const life = inMay();
  const reversed = { until: '2026-04-30' };
  const code = (decided: ReturnType<Life['decides']>) => (decided.ok ? null : decided.error.code);
  const planned = life.decides('subcontract', 'planned', { ...firm, ...reversed });
  const period = { from: '2026-05-01', ...reversed };
  const member = { subcontract: plans(life), person: otherWorker, ...period };
  const named = life.decides('subcontract-member', 'named', member);
  expect([code(planned), code(named)]).toEqual(['period-reversed', 'period-reversed']);
  const none = { excludedAs: 'carrier', excludedBecause: '中身に触れない' };
  expect(code(life.decides('subcontract', 'excluded', none))).toBe('field-missing');
  const about = { case: plans(life) };
  expect(life.decides('subcontract', 'excluded', none, about).ok).toBe(true);
});

test('SUB-2: a node begins only after confirmation, approval and contract, in the right words', () => {
  const life = inMay();
  const node = plans(life);
  const begin = () => life.decides('subcontract', 'activated', {}, { case: node });
  const refused = (code: string, duty: string) =>
    expect(begin()).toMatchObject({ ok: false, error: { code, duty, house: false } });
  refused('confirmation-undelivered', 'subcontract-confirmation');
  checks(life, node);
  confirms(life, node);
  refused('subcontract-unapproved', 'subcontract-approval');
  approves(life, node);
  refused('contract-unsigned', 'subcontract-clauses');
  signs(life, node);
  expect(begin()).toMatchObject({ ok: true, value: { warnings: ['clauses-not-compared'] } });
  compares(life, node);
  expect(begin()).toMatchObject({ ok: true, value: { warnings: [] } });
});

test('SUB-2: below a party that the client approved, waiting for its beginning is our own rule', () => {
  const life = inMay();
  const [unapproved, approved] = [plans(life), contracts(life)];
  for (const [parent, house] of [
    [unapproved, false],
    [approved, true],
  ] as const) {
    const further = contracts(life, parent);
    const refused = life.refuses('subcontract', 'activated', {}, { case: further });
    expect(refused).toMatchObject({ code: 'parent-inactive', house });
  }
});

test('SUB-2: an approval for another firm, for later or for a firm since changed is none', () => {
  const life = inMay();
  const node = plans(life);
  checks(life, node);
  confirms(life, node);
  signs(life, node);
  const begin = () => life.decides('subcontract', 'activated', {}, { case: node });
  const code = { error: { code: 'subcontract-unapproved' } };
  approves(life, plans(life));
  expect(begin()).toMatchObject(code);
  approves(life, node, { from: '2026-05-02' });
  expect(begin()).toMatchObject(code);
  approves(life, node);
  expect(begin().ok).toBe(true);
  life.takes('subcontract', 'changed', { firm: '見本製本' }, { case: node });
  expect(begin()).toMatchObject({ error: { code: 'confirmation-undelivered' } });
  checks(life, node);
  confirms(life, node);
  signs(life, node);
  expect(begin()).toMatchObject(code);
  approves(life, node);
  expect(begin().ok).toBe(true);
});

test('SUB-3: a node stops with its approval, its period, its parent and its end', () => {
  const life = inMay();
  const parent = begins(life);
  const node = begins(life, parent);
  const isActive = (id: string, on: string) => isActiveSubcontractOn(life.contract, id, day(on));
  expect(
    ['2026-04-30', '2026-05-01', '2027-03-31', '2027-04-01'].map((on) => isActive(node, on)),
  ).toEqual([false, true, true, false]);
  life.on('2026-06-01 09:00');
  const because = { withdrawnBecause: '区の指示' };
  life.takes('subcontract-approval', 'withdrawn', because, { case: 'subcontract-approval-1' });
  expect([isActive(node, '2026-05-31'), isActive(node, '2026-06-01')]).toEqual([true, false]);
  expect(isActive(parent, '2026-06-01')).toBe(false);
  approves(life, parent);
  expect(isActive(node, '2026-06-01')).toBe(true);
  life.on('2026-07-01 09:00');
  life.takes('subcontract', 'ended', { dataEnd: 'returned' }, { case: parent });
  expect([isActive(node, '2026-06-30'), isActive(node, '2026-07-01')]).toEqual([true, false]);
});

test('SUB-3: a node is active within its own period, however far its approval goes', () => {
  const life = inMay();
  const node = plans(life, undefined, { from: '2026-05-03', until: '2026-06-30' });
  checks(life, node);
  confirms(life, node);
  approves(life, node);
  signs(life, node);
  life.takes('subcontract', 'activated', {}, { case: node });
  const days = ['2026-05-02', '2026-05-03', '2026-06-30', '2026-07-01'];
  const actives = days.map((on) => isActiveSubcontractOn(life.contract, node, day(on)));
  expect(actives).toEqual([false, true, true, false]);
});

test('SUB-2: only a change of what was approved begins the way anew', () => {
  const life = inMay();
  const node = begins(life);
  const about = { case: node };
  const isActive = () => isActiveSubcontractOn(life.contract, node, day('2026-05-01'));
  const nothing = life.refuses('subcontract', 'changed', {}, about);
  expect(nothing.code).toBe('field-missing');
  life.takes('subcontract', 'revised', { contact: '電話', supervisionDays: 30 }, about);
  const corrected = { correctionReason: '書き誤り', structure: '責任者1名' };
  life.takes('subcontract', 'corrected', corrected, about);
  expect(isActive()).toBe(true);
  life.takes('subcontract', 'changed', { data: '氏名' }, about);
  expect(isActive()).toBe(false);
});

test('SUB-3: a longer period is active only as far as an approval goes', () => {
  const life = inMay();
  const node = plans(life, undefined, { until: '2026-06-30' });
  checks(life, node);
  confirms(life, node);
  approves(life, node, { until: '2026-06-30' });
  signs(life, node);
  life.takes('subcontract', 'activated', {}, { case: node });
  life.takes('subcontract', 'revised', { until: '2026-12-31' }, { case: node });
  const isActive = () => isActiveSubcontractOn(life.contract, node, day('2026-07-01'));
  expect(isActive()).toBe(false);
  approves(life, node, { from: '2026-07-01', until: '2026-12-31' });
  expect(isActive()).toBe(true);
});

test('SUB-3: the people of a node take part only while it is active, within their own period', () => {
  const life = inMay();
  const node = contracts(life);
  const period = { from: '2026-05-02', until: '2026-06-30' };
  life.takes('subcontract-member', 'named', { subcontract: node, person: otherWorker, ...period });
  const takesPart = (on: string) => isActiveMemberOn(life.contract, otherWorker, day(on));
  expect(takesPart('2026-05-02')).toBe(false);
  life.takes('subcontract', 'activated', {}, { case: node });
  const days = ['2026-05-01', '2026-05-02', '2026-06-30', '2026-07-01'];
  expect(days.map(takesPart)).toEqual([false, true, true, false]);
  expect(isActiveMemberOn(life.contract, handler, day('2026-05-02'))).toBe(false);
});
