import { expect, test } from 'vitest';
import { type Day, parseDay } from '@kanribo/kernel';
import { answer } from '../questions.ts';
import { type Life, tokyo } from '../testing/life.ts';
import {
  auditor,
  chief,
  handler,
  manager,
  otherWorker,
  outsider,
  setUpContract,
} from '../testing/sample.ts';
import { relatedStaff, untrained } from './questions.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const relations = (life: Life, text: string) =>
  Object.fromEntries(
    relatedStaff(life.contract, day(text)).map((found) => [found.person, found.relations]),
  );

test('TRN-1: related staff are all who hold an office, work under it or are near its data', () => {
  const life = setUpContract().by(chief);
  const before = {
    [chief]: ['chief-officer'],
    [auditor]: ['audit-officer'],
    [manager]: ['manager', 'worker'],
    [handler]: ['handler', 'worker'],
    [otherWorker]: ['worker'],
  };
  expect(relations(life, '2026-04-20')).toEqual(before);
  expect(relations(life, '2027-01-01')[handler]).toEqual(['worker']);
  life.on('2026-04-21 09:00');
  const near = { isAdministrator: true, isOnEntryList: true, isKeyHolder: true };
  const also = { ...near, isDirector: true, isDispatched: true };
  life.takes('person', 'changed', also, { case: outsider });
  life.takes('department', 'recorded', { name: '業務部', head: outsider });
  const all = ['department-head', 'administrator', 'entry-list', 'key-holder', 'director'];
  expect(relations(life, '2026-04-21')).toEqual({ ...before, [outsider]: [...all, 'dispatched'] });
  expect(relations(life, '2026-04-20')).toEqual(before);
  const gone = { isAdministrator: false, isWorker: false };
  life.takes('person', 'changed', gone, { case: otherWorker });
  expect(relations(life, '2026-04-21')[otherWorker]).toBeUndefined();
});

test('TRN-1: nobody of the client is of them, and nobody who left', () => {
  const life = setUpContract().by(chief);
  const values = { name: '区 担当', affiliation: '税務課', party: 'client', isWorker: true };
  const { subject } = life.takes('person', 'recorded', values);
  expect(relations(life, '2026-04-20')[subject]).toBeUndefined();
  life.on('2026-04-21 09:00').takes('person', 'left', {}, { case: handler });
  expect(relations(life, '2026-04-20')[handler]).toEqual(['handler', 'worker']);
  expect(relations(life, '2026-04-22')[handler]).toBeUndefined();
});

test('TRN-2: who of them attended nothing yet is known on any day', () => {
  const life = setUpContract().by(chief);
  const missing = (text: string) => untrained(life.contract, day(text)).map(({ person }) => person);
  const all = [chief, auditor, manager, handler, otherWorker];
  expect(missing('2026-04-20')).toEqual(all);
  const session = { method: 'briefing', contents: '特記事項', attendees: [chief, manager] };
  const held = life.takes('training-session', 'held', session);
  expect(life.contract.cases.get(held.subject)?.values).toMatchObject({
    absentees: [auditor, handler, otherWorker],
  });
  expect(missing('2026-04-20')).toEqual([auditor, handler, otherWorker]);
  expect(missing('2026-04-19')).toEqual(all);
  life.on('2026-04-22 09:00');
  const later = { caughtUp: [handler, manager] };
  life.takes('training-session', 'caught-up', later, { case: held.subject });
  expect(life.contract.cases.get(held.subject)?.values).toMatchObject({
    attendees: [chief, manager, handler],
    absentees: [auditor, otherWorker],
  });
  expect([missing('2026-04-22'), missing('2026-04-21')]).toEqual([
    [auditor, otherWorker],
    [auditor, handler, otherWorker],
  ]);
  const asked = { kind: 'related-staff', day: day('2026-04-22') } as const;
  const answered = answer(life.contract, asked, { actor: chief, now: tokyo('2026-04-22 09:00') });
  expect(answered).toMatchObject({
    value: { staff: { length: 5 }, untrained: [{ person: auditor }, { person: otherWorker }] },
  });
});
