import { expect, test } from 'vitest';
import { dutyIds } from '@kanribo/annex';
import { type Day, parseDay } from '@kanribo/kernel';
import type { Life } from '../../testing/life.ts';
import { contracts, inMay, plans, supervises } from '../../testing/lives/subcontracts.ts';
import { findingsOf, proposalsOf, uncheckedAt } from '../questions.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

test('SUB-8: a proposal confirms nothing, and what does not apply need not be stated', () => {
  const life = inMay();
  const imported = { subcontract: plans(life), text: `sha256:${'f'.repeat(64)}` };
  const { subject } = life.takes('clauses-comparison', 'imported', imported);
  const about = { case: subject };
  const [first, second, ...others] = dutyIds;
  life.takes('clauses-comparison', 'proposed', { duties: [...dutyIds], result: 'missing' }, about);
  const equal = { duties: [...others], result: 'equal', clause: '2' };
  life.takes('clauses-comparison', 'confirmed', equal, about);
  const settle = () => life.decides('clauses-comparison', 'settled', {}, about);
  expect(settle()).toMatchObject({
    error: { house: true, parameters: { count: 2, duty: first } },
  });
  const decision = { duty: first, until: '2027-03-31', reason: '対象がない' };
  life.takes('not-applicable', 'decided', decision);
  expect(settle()).toMatchObject({ error: { parameters: { count: 1, duty: second } } });
  const missing = { duties: [first, second], result: 'missing' };
  life.takes('clauses-comparison', 'confirmed', missing, about);
  expect(settle().ok).toBe(true);
  life.takes('clauses-comparison', 'settled', {}, about);
  expect(life.contract.cases.get(subject)?.values['lackingCount']).toBe(1);
});

test('SUB-8: a clause is compared with its place, and confirmed by a person, not the software', () => {
  const life = inMay();
  const imported = { subcontract: plans(life), text: `sha256:${'f'.repeat(64)}` };
  const { subject } = life.takes('clauses-comparison', 'imported', imported);
  const about = { case: subject };
  const answers = (step: string, values: Parameters<Life['takes']>[2]) =>
    life.decides('clauses-comparison', step, values, about);
  const one = { duties: ['secrecy'], result: 'equal' };
  expect(answers('proposed', one)).toMatchObject({ error: { code: 'field-missing' } });
  const none = { ...one, result: 'missing', clause: '3' };
  expect(answers('confirmed', none)).toMatchObject({ error: { code: 'field-unknown' } });
  expect(answers('confirmed', { ...one, clause: '3' }).ok).toBe(true);
  expect(answers('confirmed', { ...one, duties: ['made-up'], clause: '3' })).toMatchObject({
    error: { code: 'field-malformed' },
  });
  life.by('software');
  expect(answers('proposed', { ...one, clause: '3' }).ok).toBe(true);
  expect(answers('confirmed', { ...one, clause: '3' })).toMatchObject({
    error: { code: 'role-missing' },
  });
});

test('SUB-8: what matching found is proposed clause by clause, with its duties together', () => {
  const found = [
    { status: 'stated', duty: 'secrecy', clause: '3' },
    { status: 'different', duty: 'copy-approval', clause: '20(6)ウ' },
    { status: 'stated', duty: 'erasure', clause: '3' },
    { status: 'absent', duty: 'patches' },
    { status: 'absent', duty: 'training' },
  ] as const;
  const proposed = proposalsOf(found);
  expect(proposed).toEqual([
    { duties: ['secrecy', 'erasure'], result: 'equal', clause: '3' },
    { duties: ['copy-approval'], result: 'weaker', clause: '20(6)ウ' },
    { duties: ['patches', 'training'], result: 'missing' },
  ]);
  const life = inMay();
  const imported = { subcontract: plans(life), text: `sha256:${'f'.repeat(64)}` };
  const { subject } = life.takes('clauses-comparison', 'imported', imported);
  life.by('software');
  for (const values of proposed) {
    life.takes('clauses-comparison', 'proposed', values, { case: subject });
  }
  const comparison = life.contract.cases.get(subject);
  const findings = comparison && findingsOf(comparison, 'proposed');
  expect(findings?.get('copy-approval')?.result).toBe('weaker');
  expect(findings?.size).toBe(5);
});

test('SUB-11: what no supervision has named since the work began is left to look at', () => {
  const life = inMay();
  const node = contracts(life);
  const left = () => {
    const found = life.contract.cases.get(node);
    if (found === undefined) throw new Error('the node is on record');
    const { duties, obligations } = uncheckedAt(life.contract, found, day('2026-05-01'));
    return [duties.length, ...obligations];
  };
  const stated = (source: string) =>
    life.takes('contract-obligation', 'recorded', { source, obligation: '義務' }).subject;
  const main = stated('main-contract');
  const security = stated('security-annex');
  expect(left()).toEqual([0]);
  life.takes('subcontract', 'activated', {}, { case: node });
  expect(left()).toEqual([dutyIds.length, main, security]);
  supervises(life, node, { obligations: [main], duties: ['secrecy', 'patches'] });
  expect(left()).toEqual([dutyIds.length - 2, security]);
  const decision = { duty: 'departments', until: '2027-03-31', reason: '1部署' };
  life.takes('not-applicable', 'decided', decision);
  life.takes('contract-obligation', 'removed', { remarks: '-' }, { case: security });
  expect(left()).toEqual([dutyIds.length - 3]);
});
