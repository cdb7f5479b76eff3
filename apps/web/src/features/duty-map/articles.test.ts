import { dutyTitles } from '@kanribo/annex';
import { clauseOf, dutyMap } from '@kanribo/domain';
import { lives } from '@kanribo/domain/testing';
import { parseDay } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { type ShownStanding, articlesOf, countsOf } from './articles.ts';

function standings(): readonly ShownStanding[] {
  const { contract } = lives.movements();
  const day = parseDay('2026-04-25');
  if (!day.ok) throw new Error('no day');
  return dutyMap(contract, day.value).map(({ duty, proofs, cases, ...rest }) => ({
    ...rest,
    duty,
    title: dutyTitles[duty],
    clause: clauseOf(contract, duty, day.value),
    proofs: [...proofs],
    cases: [...cases],
    remarks: [],
  }));
}

test('WEB-5: every article of the annex has a place, and every duty stands in one', () => {
  const shown = standings();
  const articles = articlesOf(shown);
  expect(articles.map(({ number }) => number)).toEqual(
    Array.from({ length: 30 }, (_, at) => at + 1),
  );
  expect(articlesOf([]).length).toBe(30);
  expect(articles.flatMap(({ duties }) => duties).length).toBe(shown.length);
});

test('WEB-5: an article shows the worst of its duties', () => {
  const [first] = standings();
  if (first === undefined) throw new Error('no duty');
  const worstOf = (...statuses: readonly ShownStanding['status'][]) =>
    articlesOf(statuses.map((status) => ({ ...first, clause: '4', status })))[3]?.worst;
  expect(worstOf('met', 'breached', 'overdue')).toBe('breached');
  expect(worstOf('met', 'due', 'overdue')).toBe('overdue');
  expect(worstOf('not-yet', 'met')).toBe('met');
  expect(worstOf('not-watched', 'not-yet')).toBe('not-yet');
  expect(articlesOf([])[0]?.worst).toBe(null);
});

test('WEB-5: the counts add up to all duties', () => {
  const shown = standings();
  const total = [...countsOf(shown).values()].reduce((sum, count) => sum + count, 0);
  expect(total).toBe(shown.length);
});
