import { expect, test } from 'vitest';
import { type Day, parseDay } from '@kanribo/kernel';
import { casesOf } from '../engine/contract.ts';
import type { Life } from '../testing/life.ts';
import {
  appoints,
  auditor,
  chief,
  files,
  filings,
  handler,
  knownContract,
  manager,
  otherWorker,
  setUpContract,
  unfiled,
} from '../testing/sample.ts';
import { isDeliveredHandlerOn } from './questions.ts';

const opened = (life: Life) =>
  [...casesOf(life.contract, 'change-filing')].map(({ values }) => values['of']);

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const first = { case: 'handler-1' };

test('DOM-8: rename, affiliation, post, extension and early end of what was submitted', () => {
  const life = setUpContract().by(chief);
  for (const change of [{ name: '見本 桃子' }, { affiliation: '業務部' }, { post: '係長' }]) {
    const { sequence, events } = life.takes('person', 'changed', change, { case: handler });
    expect(events).toHaveLength(2);
    expect(events[1]?.facts['values']).toEqual({
      of: 'handler-1',
      changed: handler,
      changedOn: '2026-04-20',
      changeEntry: sequence,
      dueOn: '2026-04-27',
    });
  }
  life.takes('handler', 'extended', { until: '2027-01-31' }, first);
  life.takes('handler', 'ended', { until: '2026-10-31' }, first);
  expect(opened(life)).toEqual(Array<string>(5).fill('handler-1'));
  life.takes('person', 'changed', { name: '見本 百合' }, { case: manager });
  life.takes('person', 'changed', { name: '見本 菊' }, { case: auditor });
  expect(opened(life).slice(5)).toEqual(['manager-1', 'audit-officer-1']);
});

test('DOM-8: nothing else opens a change filing', () => {
  const life = setUpContract().by(chief);
  life.takes('person', 'changed', { kana: 'みほん' }, { case: handler });
  life.takes('person', 'changed', { isWorker: true }, { case: handler });
  life.takes('person', 'changed', { name: '見本 桃子' }, { case: otherWorker });
  const second = { person: otherWorker, until: '2026-05-31' };
  const about = { case: appoints(life, 'handler', second).subject };
  life.takes('handler', 'extended', { until: '2026-06-30' }, about);
  life.takes('handler', 'extended', { until: '2026-12-31' }, first);
  life.takes('handler', 'ended', { until: '2026-12-31' }, first);
  life.on('2027-01-05 09:00');
  life.takes('person', 'changed', { name: '見本 桃子' }, { case: handler });
  expect(opened(life)).toEqual([]);
  const early = knownContract();
  appoints(early, 'handler');
  early.takes('handler', 'ended', { until: '2026-05-31' }, first);
  expect(opened(early)).toEqual([]);
});

test('DOM-8: a change filing delivered after its due day is marked, on it is not', () => {
  for (const [clock, marks] of [
    ['2026-04-27 23:59', 0],
    ['2026-04-28 00:00', 1],
  ] as const) {
    const life = setUpContract().by(chief);
    life.takes('person', 'changed', { name: '見本 桃子' }, { case: handler });
    files(life.on(clock), 'change-filing', 'change-filing-1');
    const codes = [...casesOf(life.contract, 'deviation')].map(({ values }) => values['code']);
    expect(codes).toEqual(Array<string>(marks).fill('change-filed-late'));
  }
});

test('DOM-9: an extension counts from the delivery of its own change filing', () => {
  const life = setUpContract().by(chief);
  const isHandler = (on: string) => isDeliveredHandlerOn(life.contract, handler, day(on));
  expect([isHandler('2026-12-31'), isHandler('2027-01-01')]).toEqual([true, false]);
  life.takes('handler', 'extended', { until: '2027-02-28' }, first);
  life.takes('person', 'changed', { name: '見本 桃子' }, { case: handler });
  expect(isHandler('2027-01-01')).toBe(false);
  files(life, 'change-filing', 'change-filing-2');
  expect(isHandler('2027-01-01')).toBe(false);
  files(life.on('2026-12-20 09:00'), 'change-filing', 'change-filing-1');
  expect([isHandler('2027-02-28'), isHandler('2027-03-01')]).toEqual([true, false]);
  life.on('2027-01-10 09:00').takes('handler', 'ended', { until: '2027-01-15' }, first);
  expect([isHandler('2027-01-15'), isHandler('2027-01-16')]).toEqual([true, false]);
});

test('DOM-9: nobody is a delivered handler before the list reached the client', () => {
  const life = knownContract();
  appoints(life, 'handler', { from: '2026-03-02' });
  const isHandler = () => isDeliveredHandlerOn(life.contract, handler, day('2026-03-10'));
  expect(isHandler()).toBe(false);
  files(life, 'handlers-list');
  expect(isHandler()).toBe(true);
});

test('ORG-10: a list whose people changed since it was made is made again before it is handed in', () => {
  const life = unfiled();
  appoints(life, 'handler');
  const { subject } = life.takes(filings.handler, 'prepared', {});
  const document = `sha256:${'d'.repeat(64)}`;
  const printed = { of: subject, kind: filings.handler, document, basisSize: 1, pages: 1 };
  life.takes('document', 'rendered', printed);
  const about = { case: subject };
  const hands = () => life.decides(filings.handler, 'submitted', { method: 'hand' }, about);
  life.takes('person', 'changed', { isKeyHolder: true }, { case: handler });
  expect(hands().ok).toBe(true);
  life.takes('person', 'changed', { name: '見本 梅子' }, { case: handler });
  expect(hands()).toMatchObject({ error: { code: 'paper-outdated' } });
  life.takes(filings.handler, 'prepared', {}, about);
  expect(hands()).toMatchObject({ error: { code: 'not-rendered' } });
  life.takes('document', 'rendered', printed);
  expect(hands().ok).toBe(true);
  life.takes('handler', 'extended', { until: '2027-01-31' }, { case: 'handler-1' });
  expect(hands()).toMatchObject({ error: { code: 'paper-outdated' } });
});

test('DUT-change-filing-2: a change filing that is taken back stays to be filed', () => {
  const life = setUpContract();
  life.takes('person', 'changed', { name: '見本 桃子' }, { case: handler });
  const about = { case: 'change-filing-1' };
  life.takes('change-filing', 'prepared', {}, about);
  life.takes('change-filing', 'withdrawn', { remarks: '書き誤り' }, about);
  expect(life.standing('change-filing', '2026-04-28').status).toBe('overdue');
  files(life, 'change-filing', about.case);
  expect(life.standing('change-filing', '2026-04-28').status).toBe('met');
});
