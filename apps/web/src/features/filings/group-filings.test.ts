import { catalogue } from '@kanribo/domain';
import { expect, test } from 'vitest';
import { filingStateOf } from './group-filings.ts';

test('WEB-22: every status a declared filing can come to has a place in the list', () => {
  const filings = [...catalogue.values()].filter(({ preset }) => preset === 'filing');
  expect(filings.length).toBeGreaterThan(5);
  for (const { steps } of filings) {
    expect(Object.hasOwn(steps, 'submitted')).toBe(true);
    expect(filingStateOf(steps['submitted']?.to ?? 'submitted')).toBe('submitted');
    expect(filingStateOf('received')).toBe('received');
  }
});

test('WEB-22: what has come to its end waits for nobody', () => {
  const ends = [...catalogue.values()].flatMap(({ preset, final }) =>
    preset === 'filing' ? final : [],
  );
  expect(ends).toContain('answered');
  expect(ends.filter((status) => filingStateOf(status) === 'open')).toEqual([]);
});

test('WEB-22: what was opened, sent back or is unknown waits for somebody', () => {
  expect(['opened', 'sent-back', 'of-a-newer-release'].map(filingStateOf)).toEqual([
    'open',
    'open',
    'open',
  ]);
  expect(['prepared', 'substituted'].map(filingStateOf)).toEqual(['made', 'made']);
  expect(filingStateOf('withdrawn')).toBe('withdrawn');
});
