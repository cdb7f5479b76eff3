import { expect, test } from 'vitest';
import { caseOf } from '@kanribo/domain';
import { lives } from '@kanribo/domain/testing';
import { parseDay } from '@kanribo/kernel';
import { BesideEntries } from './beside-entries.ts';
import { lineOf } from './case-page.ts';

test('WEB-79: the page of a line struck out has the deviations struck out along with it', () => {
  const { contract } = lives['struck-out']();
  const found = caseOf(contract, 'sending-1');
  const today = parseDay('2026-05-02');
  if (found === undefined || !today.ok) throw new Error('the life has a sending');
  const beside = new BesideEntries(contract, new Map(), false);
  const { marks } = lineOf(contract, found, { beside, today: today.value });
  expect(marks[0]).toBe('取消し');
  expect(marks).toContain('取消し：逸脱：記録媒体の暗号化がない持ち出し・送付');
  expect(marks.filter((text) => text.startsWith('逸脱'))).toEqual([]);
});
