import { expect, test } from 'vitest';
import type { DutyId } from '@kanribo/annex';
import { parseDay } from '@kanribo/kernel';
import { officeTitles } from '../engine/titles.ts';
import { outstandingPapers } from './questions.ts';
import type { Office } from '../engine/offices.ts';
import type { Life } from '../testing/life.ts';
import {
  appoints,
  chief,
  evidenceOf,
  files,
  filings,
  receives,
  setUpContract,
  submits,
} from '../testing/sample.ts';

const formed = ['chief-officer', 'audit-officer', 'manager'] as const satisfies readonly Office[] &
  readonly DutyId[];
const word = { clientReference: '区発第8号', clientPerson: '区 担当' };
const form = { form: evidenceOf('1'), tags: '氏名' };
const day = '2026-04-20';
const about = { case: 'designated-form-1' };

function outstanding(life: Life): readonly string[] {
  const parsed = parseDay(day);
  return parsed.ok ? outstandingPapers(life.contract, parsed.value).map(({ title }) => title) : [];
}

const designates = (life: Life, filing: string) =>
  life.takes('designated-form', 'designated', { clientReference: '区発第8号', filing });

test('ORG-7: undecided leaves the standing as it is, with a remark', () => {
  const life = setUpContract();
  for (const duty of formed) {
    const found = { status: 'met', remarks: ['designation-unknown'] };
    expect(life.standing(duty, day)).toMatchObject(found);
  }
  expect(life.standing('handlers-list', day).remarks).toEqual([]);
});

test('ORG-7: on our own layout a delivery answers only once the client accepted that layout', () => {
  for (const duty of formed) {
    const life = setUpContract().by(chief);
    designates(life, duty);
    const unanswered = { status: 'overdue', dueOn: '2026-04-15', cases: [`${duty}-1`] };
    const remarks = ['designated-form-missing', 'delivered-on-own-layout'];
    expect(life.standing(duty, day)).toMatchObject({ ...unanswered, remarks });
    life.takes('designated-form', 'uploaded', form, about);
    const onOwn = { ...unanswered, remarks: ['delivered-on-own-layout'] };
    expect(life.standing(duty, day)).toMatchObject(onOwn);
    expect(outstanding(life)).toEqual([`${officeTitles[duty]}の届出`]);
    const before = life.contract;
    life.takes('designated-form', 'own-accepted', word, about);
    expect(life.standing(duty, day)).toMatchObject({ status: 'met', remarks: [] });
    expect(outstanding(life)).toEqual([]);
    life.contract = before;
    const layout = 'designated';
    const { subject } = life.takes(filings[duty], 'prepared', { layout });
    submits(life, filings[duty], subject);
    const { sequence } = receives(life, filings[duty], subject);
    const met = { status: 'met', proofs: [sequence], remarks: [] };
    expect(life.standing(duty, day)).toMatchObject(met);
  }
});

test('ORG-7: what was delivered while our layout was accepted stays answered', () => {
  const life = setUpContract().by(chief);
  life.takes('designated-form', 'own-accepted', { ...word, filing: 'manager' });
  life.on('2026-04-21 09:00');
  files(life, 'manager-filing');
  designatesAgain(life.on('2026-04-22 09:00'));
  const answered = { status: 'met', remarks: ['designated-form-missing'] };
  expect(life.standing('manager', '2026-04-22')).toMatchObject(answered);
  appoints(life, 'manager', { person: 'person-5', from: '2026-04-22' });
  files(life, 'manager-filing');
  const open = { status: 'due', cases: ['manager-2'], dueOn: '2026-04-29' };
  expect(life.standing('manager', '2026-04-22')).toMatchObject(open);
});

const designatesAgain = (life: Life) =>
  life.takes('designated-form', 'designated', { clientReference: '区発第9号' }, about);

test('ORG-7: the designated form is prepared on only where it is kept, and may be filled by hand', () => {
  const life = setUpContract().by(chief);
  const layout = { layout: 'designated' };
  const without = life.refuses('manager-filing', 'prepared', layout);
  expect(without.code).toBe('designated-form-not-kept');
  designates(life, 'manager');
  expect(life.refuses('manager-filing', 'prepared', layout).code).toBe('designated-form-not-kept');
  life.takes('designated-form', 'uploaded', form, about);
  const { subject } = life.takes('manager-filing', 'prepared', layout);
  const byHand = { method: 'hand', filledForm: evidenceOf('2') };
  const bare = life.refuses('manager-filing', 'submitted', { method: 'hand' }, { case: subject });
  expect(bare.code).toBe('not-rendered');
  expect(life.decides('manager-filing', 'submitted', byHand, { case: subject }).ok).toBe(true);
  const own = life.takes('manager-filing', 'prepared', {});
  expect(life.contract.cases.get(own.subject)?.values).toMatchObject({ layout: 'own' });
  const ownByHand = life.refuses('manager-filing', 'submitted', byHand, { case: own.subject });
  expect(ownByHand.code).toBe('not-rendered');
});

test('ORG-7: the client says so by an account of its own too', () => {
  const life = setUpContract().by(chief);
  const values = { name: '区 担当', affiliation: '税務課', party: 'client', isWorker: false };
  const { subject } = life.takes('person', 'recorded', values);
  life.by(subject).takes('designated-form', 'own-accepted', { ...word, filing: 'manager' });
  expect(life.standing('manager', day)).toMatchObject({ status: 'met', remarks: [] });
});

test('ORG-7: a filing has one record of its form, which keeps to it and can be replaced', () => {
  const life = setUpContract().by(chief);
  designates(life, 'manager');
  const again = { clientReference: '区発第9号', filing: 'manager' };
  expect(life.refuses('designated-form', 'designated', again).code).toBe(
    'designation-kept-already',
  );
  const nameless = life.refuses('designated-form', 'own-accepted', word);
  expect(nameless.code).toBe('field-missing');
  const other = { ...word, filing: 'audit-officer' };
  expect(life.refuses('designated-form', 'own-accepted', other, about).code).toBe(
    'designation-kept-already',
  );
  life.takes('designated-form', 'uploaded', form, about);
  const next = { form: evidenceOf('3'), clientReference: '区発第9号' };
  life.takes('designated-form', 'replaced', next, about);
  expect(life.standing('manager', day).remarks).toEqual(['delivered-on-own-layout']);
});
