import { expect, test } from 'vitest';
import { dutyIds, specialProvisions, clauseParts } from '@kanribo/annex';
import { type Day, parseDay } from '@kanribo/kernel';
import { textOf } from '../engine/case.ts';
import type { Life } from '../testing/life.ts';
import { handler, otherWorker, setUpContract } from '../testing/sample.ts';
import {
  appliedFor,
  approves,
  begins,
  checks,
  compares,
  confirms,
  contracts,
  firm,
  inMay,
  plans,
  signs,
  supervises,
} from '../testing/lives/subcontracts.ts';
import { measures } from './measures/measure-list.ts';
import {
  findingsOf,
  isActiveMemberOn,
  isActiveSubcontractOn,
  proposalsOf,
  uncheckedAt,
} from './questions.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const codesOf = (life: Life) =>
  [...life.contract.cases.values()]
    .filter(({ declaration }) => declaration === 'deviation')
    .map(({ values }) => `${textOf(values, 'code')} ${textOf(values, 'duty')}`);

const line = { contents: '通知書', handedBy: handler };

test('SUB-1: the depth of a node is worked out from its parent', () => {
  const life = inMay();
  const first = plans(life);
  const second = plans(life, first);
  const third = plans(life, second);
  const depths = [first, second, third].map((id) => life.contract.cases.get(id)?.values['depth']);
  expect(depths).toEqual([1, 2, 3]);
});

test('SUB-1: a period is not reversed, and what is no subcontract still has a name', () => {
  const life = inMay();
  const reversed = { until: '2026-04-30' };
  const code = (decided: ReturnType<Life['decides']>) => (decided.ok ? null : decided.error.code);
  const planned = life.decides('subcontract', 'planned', { ...firm, ...reversed });
  const period = { from: '2026-05-01', ...reversed };
  const member = { subcontract: plans(life), person: otherWorker, ...period };
  const named = life.decides('subcontract-member', 'named', member);
  expect([code(planned), code(named)]).toEqual(['period-reversed', 'period-reversed']);
  const none = { excludedAs: 'carrier', excludedBecause: '中身に触れない' };
  expect(code(life.decides('subcontract', 'excluded', none))).toBe('field-missing');
  const about = { case: plans(life) };
  expect(life.decides('subcontract', 'excluded', none, about).ok).toBe(true);
});

test('SUB-2: a node begins only after confirmation, approval and contract, in the right words', () => {
  const life = inMay();
  const node = plans(life);
  const begin = () => life.decides('subcontract', 'activated', {}, { case: node });
  const refused = (code: string, duty: string) =>
    expect(begin()).toMatchObject({ ok: false, error: { code, duty, house: false } });
  refused('confirmation-undelivered', 'subcontract-confirmation');
  checks(life, node);
  confirms(life, node);
  refused('subcontract-unapproved', 'subcontract-approval');
  approves(life, node);
  refused('contract-unsigned', 'subcontract-clauses');
  signs(life, node);
  expect(begin()).toMatchObject({ ok: true, value: { warnings: ['clauses-not-compared'] } });
  compares(life, node);
  expect(begin()).toMatchObject({ ok: true, value: { warnings: [] } });
});

test('SUB-2: an approval for another firm, for later or for a firm since changed is none', () => {
  const life = inMay();
  const node = plans(life);
  checks(life, node);
  confirms(life, node);
  signs(life, node);
  const begin = () => life.decides('subcontract', 'activated', {}, { case: node });
  const code = { error: { code: 'subcontract-unapproved' } };
  approves(life, plans(life));
  expect(begin()).toMatchObject(code);
  approves(life, node, { from: '2026-05-02' });
  expect(begin()).toMatchObject(code);
  approves(life, node);
  expect(begin().ok).toBe(true);
  life.takes('subcontract', 'changed', { firm: '見本製本' }, { case: node });
  expect(begin()).toMatchObject({ error: { code: 'confirmation-undelivered' } });
  checks(life, node);
  confirms(life, node);
  signs(life, node);
  expect(begin()).toMatchObject(code);
  approves(life, node);
  expect(begin().ok).toBe(true);
});

test('SUB-3: a node stops with its approval, its period, its parent and its end', () => {
  const life = inMay();
  const parent = begins(life);
  const node = begins(life, parent);
  const isActive = (id: string, on: string) => isActiveSubcontractOn(life.contract, id, day(on));
  expect(
    ['2026-04-30', '2026-05-01', '2027-03-31', '2027-04-01'].map((on) => isActive(node, on)),
  ).toEqual([false, true, true, false]);
  life.on('2026-06-01 09:00');
  const because = { withdrawnBecause: '区の指示' };
  life.takes('subcontract-approval', 'withdrawn', because, { case: 'subcontract-approval-1' });
  expect([isActive(node, '2026-05-31'), isActive(node, '2026-06-01')]).toEqual([true, false]);
  expect(isActive(parent, '2026-06-01')).toBe(false);
  approves(life, parent);
  expect(isActive(node, '2026-06-01')).toBe(true);
  life.on('2026-07-01 09:00');
  life.takes('subcontract', 'ended', { dataEnd: 'returned' }, { case: parent });
  expect([isActive(node, '2026-06-30'), isActive(node, '2026-07-01')]).toEqual([true, false]);
});

test('SUB-3: a node is active within its own period, however far its approval goes', () => {
  const life = inMay();
  const node = plans(life, undefined, { from: '2026-05-03', until: '2026-06-30' });
  checks(life, node);
  confirms(life, node);
  approves(life, node);
  signs(life, node);
  life.takes('subcontract', 'activated', {}, { case: node });
  const days = ['2026-05-02', '2026-05-03', '2026-06-30', '2026-07-01'];
  const actives = days.map((on) => isActiveSubcontractOn(life.contract, node, day(on)));
  expect(actives).toEqual([false, true, true, false]);
});

test('SUB-3: a longer period is active only as far as an approval goes', () => {
  const life = inMay();
  const node = plans(life, undefined, { until: '2026-06-30' });
  checks(life, node);
  confirms(life, node);
  approves(life, node, { until: '2026-06-30' });
  signs(life, node);
  life.takes('subcontract', 'activated', {}, { case: node });
  life.takes('subcontract', 'extended', { until: '2026-12-31' }, { case: node });
  const isActive = () => isActiveSubcontractOn(life.contract, node, day('2026-07-01'));
  expect(isActive()).toBe(false);
  approves(life, node, { from: '2026-07-01', until: '2026-12-31' });
  expect(isActive()).toBe(true);
});

test('SUB-3: the people of a node take part only while it is active, within their own period', () => {
  const life = inMay();
  const node = contracts(life);
  const period = { from: '2026-05-02', until: '2026-06-30' };
  life.takes('subcontract-member', 'named', { subcontract: node, person: otherWorker, ...period });
  const takesPart = (on: string) => isActiveMemberOn(life.contract, otherWorker, day(on));
  expect(takesPart('2026-05-02')).toBe(false);
  life.takes('subcontract', 'activated', {}, { case: node });
  const days = ['2026-05-01', '2026-05-02', '2026-06-30', '2026-07-01'];
  expect(days.map(takesPart)).toEqual([false, true, true, false]);
  expect(isActiveMemberOn(life.contract, handler, day('2026-05-02'))).toBe(false);
});

test('SUB-4: a contract signed too early is accepted and marked, before its first day is not', () => {
  const life = setUpContract();
  const early = plans(life);
  signs(life, early);
  expect(codesOf(life)).toEqual([
    'contract-without-approval subcontract-approval',
    'contract-before-confirmation subcontract-confirmation',
  ]);
  const lawful = plans(life);
  checks(life, lawful);
  approves(life, lawful, { from: '2026-05-01' });
  signs(life, lawful);
  const short = plans(life);
  checks(life, short);
  approves(life, short, { until: '2027-03-30' });
  signs(life, short);
  expect(codesOf(life).slice(2)).toEqual(['contract-without-approval subcontract-approval']);
  const late = plans(life);
  checks(life.on('2026-05-02 09:00'), late);
  approves(life, late);
  signs(life, late, { at: '2026-05-02 09:00' });
  expect(codesOf(life)).toHaveLength(3);
  const before = plans(life.on('2026-05-03 09:00'));
  checks(life.on('2026-05-03 10:00'), before);
  approves(life, before);
  signs(life, before, { at: '2026-05-03 09:59' });
  expect(codesOf(life)).toHaveLength(5);
});

test('SUB-5: data are permitted to an active node only; what was handed over is marked', () => {
  const life = inMay();
  const node = contracts(life);
  const about = { ...line, subcontract: node };
  const refused = life.refuses('subcontract-handover', 'permitted', about);
  expect(refused).toMatchObject({ code: 'subcontract-inactive', duty: 'subcontract-approval' });
  life.takes('subcontract', 'activated', {}, { case: node });
  const { subject } = life.takes('subcontract-handover', 'permitted', about);
  const receivedBy = '見本印刷 担当';
  life.takes('subcontract-handover', 'handed', { receivedBy }, { case: subject });
  expect(codesOf(life)).toEqual([]);
  const hand = (of: string, at?: string) => {
    const values = { ...line, subcontract: of, receivedBy };
    life.takes('subcontract-handover', 'handed', values, at === undefined ? {} : { at });
  };
  hand(node, '2026-05-01 08:59');
  expect(codesOf(life)).toEqual([
    'handed-without-approval subcontract-approval',
    'handed-before-contract subcontract-clauses',
  ]);
  const further = plans(life, node);
  approves(life, further);
  hand(further);
  expect(codesOf(life).slice(2)).toEqual(['handed-before-contract resubcontract-supervision']);
  const because = { withdrawnBecause: '区の指示' };
  life.takes('subcontract-approval', 'withdrawn', because, { case: 'subcontract-approval-1' });
  signs(life, further);
  const before = codesOf(life).length;
  hand(further);
  const found = codesOf(life).slice(before);
  expect(found).toEqual(['handed-without-approval subcontract-approval']);
});

test('SUB-5: what was handed over before a change is held against what stood then', () => {
  const life = inMay();
  const node = begins(life);
  life.on('2026-05-10 09:00');
  life.takes('subcontract', 'changed', { data: '氏名' }, { case: node });
  const values = { ...line, subcontract: node, receivedBy: '-' };
  life.takes('subcontract-handover', 'handed', values, { at: '2026-05-05 09:00' });
  expect(codesOf(life)).toEqual([]);
  life.takes('subcontract-handover', 'handed', values);
  expect(codesOf(life)).toHaveLength(2);
});

test('SUB-5: what is handed over names the subcontractor, what it was and who did it', () => {
  const life = inMay();
  const node = contracts(life);
  const whole = { ...line, subcontract: node, receivedBy: '-' };
  for (const name of ['subcontract', 'contents', 'handedBy'] as const) {
    const { [name]: _, ...values } = whole;
    const refusal = life.refuses('subcontract-handover', 'handed', values);
    expect(refusal.code).toBe('field-missing');
  }
});

test('SUB-6: the measures are those of 4 to 14, 19 to 22, 25 and 26.3, and no others', () => {
  const asked = dutyIds.filter((duty) => {
    const { article, paragraph } = clauseParts(specialProvisions.clauses[duty]);
    if (article === 26) return paragraph === 3;
    return (article >= 4 && article <= 14) || (article >= 19 && article <= 22) || article === 25;
  });
  expect(measures).toEqual(asked);
});

test('SUB-6: measures are confirmed once each is taken on evidence, or not needed for a reason', () => {
  const life = inMay();
  const { subject } = life.takes('measures-check', 'opened', { subcontract: plans(life) });
  const about = { case: subject };
  const answers = (values: Parameters<Life['takes']>[2]) =>
    life.decides('measures-check', 'answered', values, about);
  const [first, ...others] = measures;
  const evidence = { shownBy: `sha256:${'e'.repeat(64)}` };
  const missing = { error: { code: 'field-missing' } };
  expect(answers({ duties: [first], answer: 'taken', reason: '-' })).toMatchObject(missing);
  expect(answers({ duties: [first], answer: 'lacking', ...evidence })).toMatchObject(missing);
  const take = (values: Parameters<Life['takes']>[2]) =>
    life.takes('measures-check', 'answered', values, about);
  take({ duties: [...others], answer: 'taken', ...evidence });
  const confirm = () => life.decides('measures-check', 'confirmed', {}, about);
  const lacking = {
    error: { code: 'measures-unconfirmed', parameters: { count: 1, duty: first } },
  };
  expect(confirm()).toMatchObject(lacking);
  take({ duties: [first], answer: 'lacking', reason: '規程がない' });
  expect(confirm()).toMatchObject(lacking);
  take({ duties: [first], answer: 'not-needed', reason: '当方の方針による' });
  expect(confirm().ok).toBe(true);
});

test('SUB-7: the application follows the confirmation, and is made by the party itself', () => {
  const life = inMay();
  const node = plans(life);
  const name = 'subcontract-approval-application';
  const early = life.refuses(name, 'prepared', appliedFor(life, node));
  expect(early).toMatchObject({ code: 'application-before-confirmation', house: true });
  checks(life, node);
  expect(life.decides(name, 'prepared', appliedFor(life, node)).ok).toBe(true);
  const further = plans(life, node);
  const other = life.refuses(name, 'prepared', {
    ...appliedFor(life, further),
    applicant: handler,
  });
  expect(other.code).toBe('other-depth');
  checks(life, further);
  const below = `re${name}`;
  const copy = `sha256:${'c'.repeat(64)}`;
  const kept = { firm: further, applicant: further, copy };
  expect(life.refuses(below, 'copy-kept', kept).code).toBe('applicant-not-orderer');
  expect(life.decides(below, 'copy-kept', { ...kept, applicant: node }).ok).toBe(true);
});

test('SUB-7: confirmations keep to their depth, and name the check they rest on', () => {
  const life = inMay();
  const node = plans(life);
  const further = plans(life, node);
  const check = checks(life, node);
  checks(life, further);
  const copy = `sha256:${'c'.repeat(64)}`;
  const codes = [
    life.refuses('subcontract-confirmation', 'prepared', { subcontract: further }).code,
    life.refuses('resubcontract-confirmation', 'prepared', { subcontract: node }).code,
    life.refuses('resubcontract-confirmation', 'copy-kept', { subcontract: node, copy }).code,
  ];
  expect(codes).toEqual(['other-depth', 'other-depth', 'other-depth']);
  const { subject } = life.takes('subcontract-confirmation', 'prepared', { subcontract: node });
  expect(life.contract.cases.get(subject)?.values).toMatchObject({ check, subcontract: node });
});

test('SUB-7: further down the own paper of the party is enough to apply on', () => {
  const life = inMay();
  const further = plans(life, begins(life));
  const name = 'resubcontract-approval-application';
  const asked = appliedFor(life, further);
  expect(life.refuses(name, 'prepared', asked).code).toBe('application-before-confirmation');
  const copy = `sha256:${'c'.repeat(64)}`;
  life.takes('resubcontract-confirmation', 'copy-kept', { subcontract: further, copy });
  expect(life.decides(name, 'prepared', asked).ok).toBe(true);
});

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
  expect(settle()).toMatchObject({ error: { parameters: { count: 2, duty: first } } });
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
