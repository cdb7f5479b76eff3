import { expect, test } from 'vitest';
import type { JsonObject } from '@kanribo/kernel';
import { textOf } from '../../engine/case.ts';
import { casesOf } from '../../engine/contract.ts';
import type { Life } from '../../testing/life.ts';
import { approvalOf, copyOf, lineOf, medium, paper, setUpContract } from '../../testing/sample.ts';

const duty = 'take-out-approval';
const line = (things: readonly string[]): JsonObject => ({
  ...lineOf(things),
  protection: 'sealed',
  plannedReturnOn: '2026-06-30',
});
const oral = { form: 'oral', paperDueOn: '2026-05-31' };
const withdrawal = { withdrawnBecause: '区の指示' };

const against = (life: Life, id: string) =>
  [...casesOf(life.contract, 'deviation')]
    .filter(
      ({ values }) => textOf(values, 'of') === id && textOf(values, 'code') !== 'recorded-late',
    )
    .map(({ values }) => textOf(values, 'code'));

test('MOV-18: what went after the client took its word back is marked, though it was known later', () => {
  const life = setUpContract().on('2026-05-08 09:00');
  const word = { case: life.takes(duty, 'granted', approvalOf([paper, medium])).subject };
  life.on('2026-05-09 09:00').takes('take-out', 'taken', line([medium]));
  life.on('2026-05-11 09:00').takes('take-out', 'taken', line([paper]));
  life.on('2026-05-12 09:00');
  life.takes(duty, 'withdrawn', withdrawal, { ...word, at: '2026-05-10 09:00' });
  expect(against(life, 'take-out-2')).toEqual(['take-out-without-approval']);
  expect(against(life, 'take-out-1')).not.toContain('take-out-without-approval');
  expect(life.standing(duty, '2026-05-12').status).toBe('breached');
});

test('MOV-18: what another approval covers is not marked', () => {
  const life = setUpContract();
  const word = { case: life.takes(duty, 'granted', approvalOf([paper])).subject };
  life.takes(duty, 'granted', approvalOf([paper]));
  life.on('2026-05-11 09:00').takes('take-out', 'taken', line([paper]));
  const early = { ...word, at: '2026-05-10 09:00' };
  expect(life.takes(duty, 'withdrawn', withdrawal, early).events).toHaveLength(1);
});

test('MOV-18: a word the client never gave covered nothing', () => {
  const life = setUpContract();
  const word = { case: life.takes(duty, 'granted', approvalOf([paper])).subject };
  life.takes('take-out', 'taken', line([paper]));
  life.takes(duty, 'contradicted', { contradictedBecause: '記録がない' }, word);
  expect(against(life, 'take-out-1')).toEqual(['take-out-without-approval']);
});

test('MOV-19: a spoken word written down after the deed proves it only by its paper', () => {
  const life = setUpContract().on('2026-05-12 09:00');
  const said = { at: '2026-05-10 09:00' };
  const word = { case: life.takes(duty, 'granted', approvalOf([paper], oral), said).subject };
  life.takes('take-out', 'taken', line([paper]), { at: '2026-05-11 09:00' });
  expect(against(life, 'take-out-1')).toEqual(['approval-unproven']);
  life.takes(duty, 'withdrawn', withdrawal, word);
  const after = life.standing(duty, '2026-05-12');
  expect([after.status, after.deviations]).toEqual(['breached', 1]);
});

test('MOV-19: a spoken word taken back before its paper came leaves what stood on it unproven', () => {
  const life = setUpContract().on('2026-05-10 09:00');
  const word = { case: life.takes(duty, 'granted', approvalOf([paper], oral)).subject };
  life.takes('take-out', 'taken', line([paper]));
  expect(against(life, 'take-out-1')).toEqual([]);
  life.on('2026-05-12 09:00').takes(duty, 'withdrawn', withdrawal, word);
  expect(against(life, 'take-out-1')).toEqual(['approval-unproven']);
  expect(life.standing(duty, '2026-05-12').status).toBe('breached');
  const { destination: _, purpose: __, ...plain } = approvalOf([paper], oral);
  const copying = { ...plain, schedule: '控え' };
  const copied = { case: life.takes('copy-approval', 'granted', copying).subject };
  life.takes('copy', 'made', copyOf([paper]));
  life.takes('copy-approval', 'withdrawn', withdrawal, { ...copied, at: '2026-05-12 09:00' });
  expect(against(life, 'copy-1')).toEqual(['copy-without-approval']);
});
