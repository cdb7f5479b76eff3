import { expect, test } from 'vitest';
import { type Day, parseDay } from '@kanribo/kernel';
import { clientWords } from './client-words.ts';
import { answer } from './questions.ts';
import type { Life } from './testing/life.ts';
import { said } from './testing/lives/consultations.ts';
import { applied, covered, withClientOfficer, written } from './testing/lives/words.ts';
import { tokyo } from './testing/life.ts';
import { chief, evidenceOf, outsider, submits } from './testing/sample.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const listed = (life: Life, on: string) =>
  clientWords(life.contract, day(on)).map(({ word, form, isUnconfirmed, hasReference }) => [
    word.id,
    form,
    isUnconfirmed,
    hasReference,
  ]);

test('SAY-10: all that the client is said to have said is listed, as of a day', () => {
  const { life, officer } = withClientOfficer();
  const spoken = { ...written, form: 'oral', paperDueOn: '2026-04-30' };
  const copy = life.takes('copy-approval', 'granted', { ...covered['copy-approval'], ...spoken });
  life.takes('request', 'given', { ...said.request, ...written });
  const form = { filing: 'manager', clientPerson: '区 担当', clientReference: '打合せ記録' };
  life.takes('designated-form', 'own-accepted', form);
  life.on('2026-04-22 09:00').by(officer);
  life.takes('copy-approval', 'confirmed', { clientReference: '第1号' }, { case: copy.subject });
  const until = { from: '2026-04-22', until: '2026-05-31', form: 'account' };
  life.takes('statement', 'given', { ...said.statement, ...until });
  expect(listed(life, '2026-04-19')).toEqual([]);
  expect(listed(life, '2026-04-20')).toEqual([
    ['designated-form-1', null, false, true],
    ['copy-approval-1', 'oral', true, false],
    ['request-1', 'written', false, false],
  ]);
  expect(listed(life, '2026-04-22')).toEqual([
    ['designated-form-1', null, false, true],
    ['copy-approval-1', 'oral', false, true],
    ['request-1', 'written', false, false],
    ['statement-1', 'account', false, false],
  ]);
  const asked = { actor: officer, now: tokyo('2026-04-22 10:00') };
  const answered = answer(life.contract, { kind: 'client-words', day: day('2026-04-22') }, asked);
  expect(answered).toMatchObject({ value: { kind: 'client-words', words: { length: 4 } } });
});

test('SAY-10: the file of a form is not the form in which the client spoke', () => {
  const { life } = withClientOfficer();
  const form = { filing: 'manager', clientPerson: '区 担当', clientReference: '打合せ記録' };
  const { subject } = life.takes('designated-form', 'designated', form);
  life.takes('designated-form', 'uploaded', { form: evidenceOf('1') }, { case: subject });
  expect(listed(life, '2026-04-20')).toEqual([['designated-form-1', null, false, true]]);
});

test('SAY-10: a listed word names what stands on it', () => {
  const { life } = withClientOfficer();
  life.by(chief);
  const permitted = { ...covered['outside-manager-approval'], ...written };
  const name = 'outside-manager-approval';
  const about = { case: life.takes(`${name}-application`, 'prepared', applied(name)).subject };
  submits(life, `${name}-application`, about.case);
  const approval = life.takes(name, 'granted', permitted).subject;
  life.on('2026-04-21 09:00');
  life.takes(`${name}-application`, 'answered', { outcome: 'approved', approval }, about);
  const appointed = { person: outsider, from: '2026-05-01' };
  const manager = life.takes('manager', 'appointed', appointed).subject;
  const used = (on: string) => clientWords(life.contract, day(on)).map(({ usedBy }) => usedBy);
  expect(used('2026-04-20')).toEqual([[]]);
  expect(used('2026-04-21')).toEqual([[about.case, manager]]);
  const told = life.takes('statement', 'given', { ...said.statement, ...written }).subject;
  life.takes('statement', 'given', { ...said.statement, ...written, replaces: told });
  expect(used('2026-04-21')).toEqual([[about.case, manager], [], []]);
});
