import { expect, test } from 'vitest';
import { parseDay } from '@kanribo/kernel';
import { caseOf } from '../engine/contract.ts';
import { approvalCovering, covers, isUnconfirmed } from '../engine/covering.ts';
import { catalogue } from '../catalogue.ts';
import { type Life, tokyo } from '../testing/life.ts';
import { applied, covered, withClientOfficer, written } from '../testing/lives/words.ts';
import { medium, paper, submits } from '../testing/sample.ts';

function at(moment: string) {
  const on = parseDay(moment.slice(0, 10));
  if (!on.ok) throw new Error(moment);
  return { at: tokyo(moment), on: on.value };
}

const copied = { ...covered['copy-approval'], ...written };

function found(life: Life, id: string) {
  const one = caseOf(life.contract, id);
  if (one === undefined) throw new Error(id);
  return one;
}

test('SAY-1: the client gives a word by account only, and nobody else does', () => {
  const { life, officer } = withClientOfficer();
  const byAccount = { ...covered['copy-approval'], from: '2026-04-01', until: '2026-04-30' };
  life.by(officer);
  const { subject } = life.takes('copy-approval', 'granted', { ...byAccount, form: 'account' });
  expect(found(life, subject).values['clientOfficer']).toBe(officer);
  expect(life.refuses('copy-approval', 'granted', copied).code).toBe('client-speaks-by-account');
  life.by('person-3');
  const borrowed = { ...copied, form: 'account' };
  expect(life.refuses('copy-approval', 'granted', borrowed).code).toBe('account-not-of-client');
  const nameless = { ...byAccount, form: 'written' };
  expect(life.refuses('copy-approval', 'granted', nameless).code).toBe('field-missing');
});

test('SAY-1: an oral word needs a day for its paper and is unconfirmed until it comes', () => {
  const { life, officer } = withClientOfficer();
  const spoken = { ...copied, form: 'oral' };
  expect(life.refuses('copy-approval', 'granted', spoken).code).toBe('field-missing');
  const due = { ...spoken, paperDueOn: '2026-04-30' };
  const { subject, warnings } = life.takes('copy-approval', 'granted', due);
  expect(warnings).toEqual(['oral-approval']);
  expect(isUnconfirmed(found(life, subject))).toBe(true);
  life.by(officer);
  life.takes('copy-approval', 'confirmed', { clientReference: '区発第1号' }, { case: subject });
  expect(isUnconfirmed(found(life, subject))).toBe(false);
});

test('SAY-2: an approval covers what it names, from when it was given until it ends', () => {
  const { life } = withClientOfficer();
  const { subject } = life.takes('copy-approval', 'granted', { ...copied, from: '2026-04-21' });
  const covering = (moment: string, things: readonly string[]) =>
    covers(found(life, subject), { ...at(moment), about: { things: [...things] } });
  expect(covering('2026-04-21 09:00', [paper])).toBe(true);
  expect(covering('2026-04-20 23:59', [paper])).toBe(false);
  expect(covering('2027-04-01 00:00', [paper])).toBe(false);
  expect(covering('2026-04-21 09:00', [paper, medium])).toBe(false);
  expect(covering('2026-04-21 09:00', [])).toBe(false);
  const later = life.on('2026-04-22 09:00').takes('copy-approval', 'granted', copied).subject;
  const act = { ...at('2026-04-21 09:00'), about: { things: [paper] } };
  expect(covers(found(life, later), act)).toBe(false);
  expect(approvalCovering(life.contract, 'copy-approval', act)?.id).toBe(subject);
  expect(approvalCovering(life.contract, 'copy-approval', { ...act, about: {} })).toBeUndefined();
  const denied = { contradictedBecause: '承認していない' };
  const { events } = life.takes('copy-approval', 'contradicted', denied, { case: subject });
  expect(events.map(({ declaration }) => declaration)).toContain('deviation/opened@1');
  expect(covers(found(life, subject), act)).toBe(false);
  expect(life.standing('copy-approval', '2026-04-22').status).toBe('breached');
});

const theTen = [
  'copy-approval',
  'disk-disposal-approval',
  'external-service-approval',
  'internet-environment-approval',
  'media-storage-approval',
  'outside-disposal-approval',
  'outside-manager-approval',
  'take-out-approval',
  ...(catalogue.has('subcontract') ? ['subcontract-approval', 'resubcontract-approval'] : []),
];

test('SAY-3: each approval is given, put on paper, taken back and denied', () => {
  for (const name of theTen) {
    const steps = Object.keys(catalogue.get(name)?.steps ?? {});
    expect(steps).toEqual(['granted', 'confirmed', 'withdrawn', 'contradicted']);
    expect(catalogue.get(name)?.indexedBy).not.toHaveLength(0);
    expect(catalogue.get(name)?.correctable).toEqual([]);
  }
});

test('SAY-4: an application states what is asked for, and ends with the answer', () => {
  const { life } = withClientOfficer();
  const name = 'copy-approval-application';
  const reversed = { ...applied('copy-approval'), wantedUntil: '2026-03-31' };
  expect(life.refuses(name, 'prepared', reversed).code).toBe('period-reversed');
  const about = { case: life.takes(name, 'prepared', applied('copy-approval')).subject };
  submits(life, name, about.case);
  const approved = { outcome: 'approved' };
  expect(life.refuses(name, 'answered', approved, about).code).toBe('field-missing');
  life.on('2026-04-21 09:00');
  const approval = life.takes('copy-approval', 'granted', copied).subject;
  const refused = { outcome: 'refused', answeredBecause: '不要' };
  const both = { ...refused, approval };
  expect(life.refuses(name, 'answered', both, about).code).toBe('answer-mismatch');
  expect(life.decides(name, 'answered', refused, about).ok).toBe(true);
  life.takes(name, 'answered', { ...approved, approval }, about);
  expect(found(life, about.case)).toMatchObject({ status: 'answered', values: { approval } });
  for (const one of theTen) expect(catalogue.has(`${one}-application`)).toBe(true);
});
