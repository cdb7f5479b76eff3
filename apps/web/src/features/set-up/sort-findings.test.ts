import { expect, test } from 'vitest';
import { type DutyFound, sortFindings } from './sort-findings.ts';

const found = (about: Partial<DutyFound>): DutyFound => ({
  duty: 'manager',
  title: '管理責任者',
  status: 'stated',
  clause: '8(1)',
  ...about,
});
const clauses = { manager: '8(1)', 'chief-officer': '6(1)' };

test('WEB-20: a duty that stands where the profile has it needs nobody to look', () => {
  const sorted = sortFindings([found({})], clauses);
  expect(sorted.stated.length).toBe(1);
  expect([...sorted.moved, ...sorted.differing, ...sorted.absent]).toEqual([]);
});

test('WEB-20: a duty in another clause than the profile has it is told apart', () => {
  const moved = found({ clause: '9(1)' });
  expect(sortFindings([moved], clauses)).toMatchObject({ moved: [moved], stated: [] });
  expect(sortFindings([moved], undefined)).toMatchObject({ moved: [], stated: [moved] });
});

test('WEB-20: other words and the other party come before another place', () => {
  const worded = found({ status: 'different', clause: '9(1)' });
  const ofClient = found({ duty: 'chief-officer', isOfOtherParty: true, clause: '6(1)' });
  const sorted = sortFindings([worded, ofClient], clauses);
  expect(sorted.differing).toEqual([worded, ofClient]);
  expect(sorted.moved).toEqual([]);
});

test('WEB-20: what is lacking is lacking and nothing else', () => {
  const absent: DutyFound = { duty: 'manager', title: '管理責任者', status: 'absent' };
  expect(sortFindings([absent], clauses)).toEqual({
    absent: [absent],
    differing: [],
    moved: [],
    stated: [],
  });
});
