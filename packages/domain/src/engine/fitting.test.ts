import { expect, test } from 'vitest';
import { momentOf } from '@kanribo/kernel';
import { decide } from '../rules.ts';
import { caseOf } from './contract.ts';
import { tokyo } from '../testing/life.ts';
import {
  appoints,
  chief,
  filings,
  files,
  handler,
  manager,
  office,
  paper,
  submits,
  unfiled,
  setUpContract,
} from '../testing/sample.ts';

test('DOM-20: the steps of a case go forward in time, corrections aside', () => {
  const life = unfiled();
  const { subject } = life.takes(filings.manager, 'prepared', {});
  life.on('2026-05-20 09:00');
  submits(life, filings.manager, subject);
  const receipt = { receivedBy: '区 担当', proof: 'stamp' };
  const early = { case: subject, at: '2026-04-25 09:00' };
  const refused = life.refuses(filings.manager, 'received', receipt, early);
  expect([refused.code, refused.wayOut.map(({ code }) => code)]).toEqual([
    'occurred-before-step',
    ['state-right-time'],
  ]);
  expect(life.standing('manager', '2026-05-01').status).toBe('overdue');
  const same = { case: subject, at: '2026-05-20 09:00' };
  expect(life.decides(filings.manager, 'received', receipt, same).ok).toBe(true);
  const moved = { place: office, custodian: manager };
  const kept = setUpContract();
  kept.on('2026-04-22 09:00').takes('thing', 'moved', moved, { case: paper });
  const correction = { correctionReason: '書き誤り', label: 'P-9' };
  const before = { case: paper, at: '2026-04-21 09:00' };
  expect(kept.decides('thing', 'corrected', correction, before).ok).toBe(true);
  expect(kept.refuses('thing', 'moved', moved, before).code).toBe('occurred-before-step');
});

test('DOM-20: what ends a case may come to light after steps recorded meanwhile, with a warning', () => {
  const life = setUpContract();
  const moved = { place: office, custodian: manager };
  life.on('2026-04-25 09:00').takes('thing', 'moved', moved, { case: paper });
  const gone = { case: paper, at: '2026-04-22 09:00' };
  const { warnings } = life.takes('thing', 'destroyed', { reason: '溶解' }, gone);
  expect(warnings).toEqual(['recorded-on-later-day', 'before-later-step']);
  expect(caseOf(life.contract, paper)?.status).toBe('destroyed');
  const back = life.by(chief).takes('person', 'changed', { isKeyHolder: true }, { case: handler });
  expect(back.warnings).toEqual([]);
  const left = life.decides('person', 'left', {}, { case: handler, at: '2026-04-22 18:00' });
  expect(left.ok).toBe(true);
});

test('DOM-21: what the software does happens now, and no other day is accepted', () => {
  const life = unfiled();
  const values = { person: handler, from: '2026-04-21', until: '2026-12-31' };
  const range = { range: 'undivided', rangeText: '少人数のため' };
  const appointed = { ...values, ...range };
  const at = (time: string) => life.decides('handler', 'appointed', appointed, { at: time });
  expect(at('2026-04-20 08:49')).toMatchObject({ error: { code: 'act-is-now', duty: null } });
  const happened = { facts: { occurredAt: tokyo('2026-04-20 09:00') } };
  expect(at('2026-04-20 08:50')).toMatchObject({ value: { events: [happened] } });
  const { subject } = appoints(life.by(chief), 'handler');
  files(life, filings.handler);
  expect(caseOf(life.contract, subject)?.status).toBe('appointed');
});

test('DOM-20: a time stated as a whole minute is any time within it', () => {
  const life = setUpContract();
  const moved = { place: office, custodian: manager };
  const told = (occurredAt: string, recordedAt: string) => {
    const about = { declaration: 'thing', step: 'moved', case: paper, values: moved };
    const at = momentOf(Date.parse(occurredAt));
    const command = { ...about, occurredAt: at, falseAlarms: [] };
    const now = momentOf(Date.parse(recordedAt));
    return decide(life.contract, command, { actor: manager, now });
  };
  const first = told('2026-04-21T10:00:30+09:00', '2026-04-21T10:00:30+09:00');
  if (!first.ok) throw new Error(first.error.code);
  life.records(first.value);
  expect(told('2026-04-21T10:00:00+09:00', '2026-04-21T10:00:50+09:00').ok).toBe(true);
  const early = told('2026-04-21T09:59:00+09:00', '2026-04-21T10:00:50+09:00');
  expect(early).toMatchObject({ error: { code: 'occurred-before-step' } });
  const exact = told('2026-04-21T10:00:29+09:00', '2026-04-21T10:00:50+09:00');
  expect(exact).toMatchObject({ error: { code: 'occurred-before-step' } });
});
