import { dayOf } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { tokyo } from '../testing/life.ts';
import { lineOf, medium, paper, setUpContract, takenOut } from '../testing/sample.ts';
import { balanceOn } from './questions.ts';
import { thingsPlacedOn } from './placed.ts';

const dayIn = (text: string) => dayOf(tokyo(`${text} 12:00`));

test('MOV-21: what was taken out is overdue from the day after it was to be back', () => {
  const life = takenOut();
  const told = (text: string) => thingsPlacedOn(life.contract, dayIn(text))[0];
  const out = { thing: paper, kind: 'paper', status: 'out', under: 'take-out-1', place: null };
  expect(told('2026-04-22')).toMatchObject({ ...out, dueOn: '2026-04-22', isOverdue: false });
  expect(told('2026-04-23')).toMatchObject({ ...out, isOverdue: true });
});

test('MOV-21: where nobody said when, it is awaited promptly; what is lost here is awaited by no day', () => {
  const life = setUpContract();
  const { plannedReturnOn: _, ...line } = lineOf([paper]);
  life.takes('take-out', 'taken', { ...line, protection: 'sealed' });
  life.takes('thing', 'lost', { reason: '棚にない' }, { case: medium });
  const [unplanned, lost] = thingsPlacedOn(life.contract, dayIn('2026-05-30'));
  expect(unplanned).toMatchObject({ dueOn: '2026-04-27', isOverdue: true });
  expect(lost).toMatchObject({ status: 'out', under: medium, dueOn: null, isOverdue: false });
  const { created } = balanceOn(life.contract, dayIn('2026-05-30'));
  expect(thingsPlacedOn(life.contract, dayIn('2026-05-30'))).toHaveLength(created);
});
