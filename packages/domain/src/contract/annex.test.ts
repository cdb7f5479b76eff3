import { expect, test } from 'vitest';
import { type Day, parseDay } from '@kanribo/kernel';
import { contractRules } from '../rules.ts';
import { chief, evidenceOf, setUpContract } from '../testing/sample.ts';
import { tokyo } from '../testing/life.ts';
import { annexOn } from './questions.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

test('ANX-20: an annex adopted for a later day is in force from that day, and the former before it', () => {
  const life = setUpContract().by(chief);
  const later = { text: evidenceOf('7'), profile: 'special-provisions@1', from: '2026-07-01' };
  life.takes('annex', 'adopted', later);
  const inForce = (on: string) => annexOn(life.contract, day(on))?.id;
  expect(['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'].map(inForce)).toEqual([
    undefined,
    'annex-1',
    'annex-1',
    'annex-2',
  ]);
  const earlier = { ...later, text: evidenceOf('8'), from: '2026-05-01' };
  life.takes('annex', 'adopted', earlier);
  expect(['2026-04-30', '2026-05-01'].map(inForce)).toEqual(['annex-1', 'annex-3']);
  const now = tokyo('2026-07-01 09:00');
  expect(contractRules.cite(life.contract, 'take-out-register', now)).toBe('20(4)');
  expect(contractRules.cite(life.contract, 'no-duty', now)).toBe('');
});
