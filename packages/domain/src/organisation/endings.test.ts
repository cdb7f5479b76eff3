import { expect, test } from 'vitest';
import { parseDay } from '@kanribo/kernel';
import { answer } from '../questions.ts';
import { type Life, tokyo } from '../testing/life.ts';
import {
  appoints,
  chief,
  files,
  handler,
  manager,
  setUpContract,
  thingOf,
} from '../testing/sample.ts';
import { endingSoon } from './questions.ts';

function on(life: Life, text: string) {
  const day = parseDay(text);
  if (!day.ok) throw new Error(text);
  return endingSoon(life.contract, day.value);
}

const stepOn = (life: Life, text: string) => on(life, text).map(({ step }) => step);
const about = { case: 'handler-1' };

test('ORG-2: a planned end is warned of fourteen, seven and one day ahead', () => {
  const life = setUpContract();
  const days = ['16', '17', '23', '24', '29', '30', '31'].map((date) => `2026-12-${date}`);
  expect(days.map((text) => stepOn(life, text))).toEqual([[], [14], [14], [7], [7], [1], [1]]);
  expect(on(life, '2027-01-01')).toEqual([]);
  expect(on(life, '2026-12-24')).toEqual([
    {
      appointment: 'handler-1',
      person: handler,
      office: 'handler',
      endsOn: '2026-12-31',
      daysLeft: 7,
      step: 7,
      isExtensionUndelivered: false,
    },
  ]);
});

test('ORG-2: an extension goes on only once it is delivered, and leaving ends at once', () => {
  const life = setUpContract().by(chief).on('2026-12-20 09:00');
  life.takes('handler', 'extended', { until: '2027-02-28' }, about);
  const waiting = { endsOn: '2026-12-31', daysLeft: 7, isExtensionUndelivered: true };
  expect(on(life, '2026-12-24')).toMatchObject([waiting]);
  expect(on(life, '2027-01-02')).toMatchObject([{ ...waiting, daysLeft: -2, step: 1 }]);
  files(life, 'change-filing', 'change-filing-1');
  expect(on(life, '2026-12-24')).toEqual([]);
  expect(on(life, '2027-02-27')).toMatchObject([{ endsOn: '2027-02-28', step: 1 }]);
  life.takes('handler', 'ended', { until: '2026-12-25' }, about);
  expect(on(life, '2026-12-24')).toMatchObject([{ endsOn: '2026-12-25', step: 1 }]);
  expect(on(life, '2026-12-26')).toEqual([]);
});

test('ORG-2: the last day ends at midnight in Tokyo', () => {
  const life = setUpContract().by(handler);
  const values = { ...thingOf('paper', 'P-9') };
  expect(life.on('2026-12-31 23:59').decides('thing', 'received', values).ok).toBe(true);
  const late = life.on('2027-01-01 00:00').refuses('thing', 'received', values);
  expect(late.code).toBe('role-missing');
});

test('ORG-2: who ends first stands first, of whatever office, and is asked for by a question', () => {
  const life = setUpContract().by(chief);
  life.takes('manager', 'ended', { until: '2026-05-03' }, { case: 'manager-1' });
  appoints(life, 'handler', { person: manager, from: '2026-04-20', until: '2026-04-25' });
  const day = parseDay('2026-04-20');
  if (!day.ok) throw new Error('a day');
  const asked = { kind: 'ending-soon', day: day.value } as const;
  const answered = answer(life.contract, asked, { actor: chief, now: tokyo('2026-04-20 09:00') });
  expect(answered).toMatchObject({
    value: {
      endings: [
        { office: 'handler', daysLeft: 5 },
        { office: 'manager', daysLeft: 13 },
      ],
    },
  });
});
