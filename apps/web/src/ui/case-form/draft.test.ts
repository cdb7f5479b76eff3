import { catalogue } from '@kanribo/domain';
import { declarationOf } from '@kanribo/api';
import { expect, test } from 'vitest';
import { type DeclaredField, stepToFill, stepsFrom } from './declared.ts';
import { type Draft, draftOf, emptyDraft, readDraft, suspectedNumbers } from './draft.ts';
import { emptyForm, readForm, withDraft, withFalseAlarm } from './form-state.ts';

const field = (type: string, rest: Partial<DeclaredField> = {}): DeclaredField => ({
  name: 'it',
  label: 'それ',
  type,
  ...rest,
});

test.each<[DeclaredField, Draft, unknown]>([
  [field('day'), 'R8.11.23', '2026-11-23'],
  [field('day'), '20261123', '2026-11-23'],
  [field('day'), '2026/11/23', '2026-11-23'],
  [field('count', { min: 0, max: 2000 }), '１,０００', 1000],
  [field('flag'), 'no', false],
  [field('cases'), ['thing-1'], ['thing-1']],
  [field('moment'), { day: 'R8.4.1', time: '9:05' }, '2026-04-01T00:05:00.000Z'],
  [field('text', { maxLength: 5 }), ' 課税 ', '課税'],
])('WEB-6: what a clerk types is read as the register keeps it: %j', (of, draft, value) => {
  expect(readDraft(of, draft)).toEqual({ state: 'value', value });
});

test.each<[DeclaredField, Draft]>([
  [field('day'), '2026/2/30'],
  [field('count', { min: 1, max: 5 }), '6'],
  [field('count', { min: 1, max: 5 }), '二'],
  [field('token'), '空 白'],
  [field('text', { maxLength: 2 }), '長い語'],
  [field('moment'), { day: '2026/4/1', time: '25:00' }],
])('WEB-6: what cannot be read says how it is written: %j', (of, draft) => {
  expect(readDraft(of, draft).state).toBe('wrong');
});

test('WEB-6: an untouched control is empty, whatever its type', () => {
  for (const declaration of catalogue.values()) {
    for (const declared of declarationOf(declaration).fields) {
      expect(readDraft(declared, emptyDraft(declared))).toEqual({ state: 'empty' });
    }
  }
});

test('WEB-6: a value of a case stands in its form and is read as it was', () => {
  const values = { day: '2026-11-23', count: 7, flag: true, cases: ['thing-1'], text: '語' };
  for (const [type, value] of Object.entries(values)) {
    const declared = field(type);
    expect(readDraft(declared, draftOf(declared, value))).toEqual({ state: 'value', value });
  }
});

test('WEB-6: only free text can hold a suspected number', () => {
  const text = '1234 5678 9018';
  expect(suspectedNumbers(field('text'), text)).toEqual([text]);
  expect(suspectedNumbers(field('trackingNumber'), text)).toEqual([]);
});

test('WEB-6: a form is not sent with a suspected number until a person has looked at it', () => {
  const declaration = [...catalogue.values()]
    .map(declarationOf)
    .find(({ name }) => name === 'near-miss');
  const [step] =
    declaration === undefined ? [] : stepsFrom(declaration, { status: 'new', roles: ['manager'] });
  if (declaration === undefined || step === undefined)
    throw new Error('no register of near misses');
  const toFill = stepToFill(declaration, step);
  const { field: of } = toFill.fields[0] ?? { field: field('text') };
  const missing = readForm(toFill, emptyForm(toFill));
  expect(missing.isFit).toBe(false);
  const typed = withDraft(emptyForm(toFill), of.name, '番号 1234 5678 9018');
  const suspected = readForm(toFill, typed);
  expect(suspected.isFit ? {} : suspected.problems).toHaveProperty(of.name);
  const lookedAt = readForm(toFill, withFalseAlarm(typed, of.name, true));
  expect(lookedAt.isFit ? {} : lookedAt.problems).not.toHaveProperty(of.name);
  const typedAgain = withDraft(withFalseAlarm(typed, of.name, true), of.name, '1234 5678 9018');
  expect(typedAgain.falseAlarms).toEqual([]);
});
