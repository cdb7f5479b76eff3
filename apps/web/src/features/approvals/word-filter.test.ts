import { catalogue } from '@kanribo/domain';
import { expect, test } from 'vitest';
import { type Word, filtered, holdsOn } from './word-filter.ts';

const word = (about: Partial<Word>): Word => ({
  case: 'take-out-approval-1',
  title: '持出しの承認',
  duty: null,
  status: 'granted',
  isApproval: true,
  form: 'written',
  from: '2026-04-01',
  until: '2026-04-30',
  hasReference: true,
  paper: null,
  isUnconfirmed: false,
  paperDueOn: null,
  proof: 1,
  usedBy: [],
  ...about,
});

test('WEB-23: an approval holds from its first day to its last, unless it was taken back', () => {
  expect(holdsOn(word({}), '2026-03-31')).toBe(false);
  expect(holdsOn(word({}), '2026-04-01')).toBe(true);
  expect(holdsOn(word({}), '2026-04-30')).toBe(true);
  expect(holdsOn(word({}), '2026-05-01')).toBe(false);
  expect(holdsOn(word({ from: null, until: null }), '2030-01-01')).toBe(true);
  expect(holdsOn(word({ status: 'withdrawn' }), '2026-04-10')).toBe(false);
  expect(holdsOn(word({ status: 'contradicted' }), '2026-04-10')).toBe(false);
});

test('WEB-23: only what is merely spoken waits for its paper', () => {
  const spoken = word({ form: 'oral', isUnconfirmed: true });
  const words = [word({}), spoken];
  expect(filtered(words, { filter: 'waiting', day: '2026-05-01' })).toEqual([spoken]);
  expect(filtered(words, { filter: 'standing', day: '2026-05-01' })).toEqual([]);
  expect(filtered(words, { filter: '', day: '2026-05-01' })).toEqual(words);
});

test('WEB-23: no word of the client holds in a status that ends it', () => {
  const words = [...catalogue.values()].filter(({ preset }) =>
    ['approval', 'word'].includes(preset),
  );
  const ending = new Set(words.flatMap(({ final }) => final));
  expect(ending.size).toBeGreaterThan(2);
  for (const status of ending) expect(holdsOn(word({ status }), '2026-04-10')).toBe(false);
});
