import { expect, test } from 'vitest';
import { type Day, parseDay } from '@kanribo/kernel';
import { casesOf } from '../engine/contract.ts';
import { said } from '../testing/lives/consultations.ts';
import { withClientOfficer, written } from '../testing/lives/words.ts';
import { chief, medium, paper, setUpContract } from '../testing/sample.ts';
import { currentReference, lawReferences } from './law-references.ts';
import { openRequestsOn, saidOn, witnessDifficultyOn } from './questions.ts';
import { standingQuestions } from './standing-questions.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

test('SAY-5: a word holds from the day it begins until it ends, is replaced or was never said', () => {
  const { life } = withClientOfficer();
  const given = life.takes('instruction', 'given', { ...said.instruction, ...written });
  const closing = { declaration: 'instruction', subject: 'closing' } as const;
  const holding = (on: string) => saidOn(life.contract, closing, day(on)).map(({ id }) => id);
  expect(holding('2026-04-19')).toEqual([]);
  expect(holding('2026-04-20')).toEqual([given.subject]);
  expect(holding('2027-04-01')).toEqual([]);
  const newer = { ...said.instruction, ...written, from: '2026-06-01', replaces: given.subject };
  const second = life.takes('instruction', 'given', newer);
  expect(holding('2026-05-31')).toEqual([given.subject]);
  expect(holding('2026-06-01')).toEqual([second.subject]);
  const about = { case: second.subject };
  life.takes('instruction', 'withdrawn', { withdrawnBecause: '区の指示' }, about);
  expect(holding('2026-06-01')).toEqual([]);
  const denied = { contradictedBecause: '述べていない' };
  const { events } = life.takes('instruction', 'contradicted', denied, about);
  expect(events[0]?.duties).toEqual(['closing-paper']);
  const third = life.takes('instruction', 'given', { ...said.instruction, ...written });
  expect(holding('2026-06-01')).toEqual([third.subject]);
  life.on('2026-06-02 09:00');
  life.takes('instruction', 'contradicted', denied, { case: third.subject });
  expect(holding('2026-06-01')).toEqual([]);
  const backwards = { ...said.instruction, ...written, until: '2026-03-31' };
  expect(life.refuses('instruction', 'given', backwards).code).toBe('period-reversed');
});

test('SAY-6: a request waits until it is answered, and a late answer is marked', () => {
  const { life } = withClientOfficer();
  const { subject } = life.takes('request', 'given', { ...said.request, ...written });
  const waiting = (on: string) =>
    openRequestsOn(life.contract, 'inspection-certificates', day(on)).map(({ id }) => id);
  expect(waiting('2026-05-10')).toEqual([subject]);
  const other = { ...said.request, ...written, subject: 'other' };
  const unnamed = life.takes('request', 'given', other);
  life.on('2026-05-11 09:00');
  const answered = { answerText: '報告書のとおり' };
  const { events } = life.takes('request', 'answered', answered, { case: subject });
  expect(events.map(({ declaration }) => declaration)).toContain('deviation/opened@1');
  expect(waiting('2026-05-10')).toEqual([subject]);
  expect(waiting('2026-05-11')).toEqual([]);
  expect(
    life.takes('request', 'answered', answered, { case: unnamed.subject }).events,
  ).toHaveLength(1);
});

test('SAY-7: that witnessing is difficult is stated for some things or for all', () => {
  const { life } = withClientOfficer();
  const difficult = (thing: string) =>
    witnessDifficultyOn(life.contract, thing, day('2026-04-20'))?.id;
  const { subject } = life.takes('statement', 'given', { ...said.statement, ...written });
  expect([difficult(paper), difficult(medium)]).toEqual([subject, undefined]);
  const all = { subject: 'witness-difficult', contents: '人員の都合', ...written };
  const general = life.takes('statement', 'given', all);
  expect(difficult(medium)).toBe(general.subject);
});

test('SAY-8: the standing questions are opened at once, one consultation each', () => {
  const life = setUpContract();
  life.takes('standing-questions', 'started', {});
  const opened = [...casesOf(life.contract, 'consultation')];
  expect(opened.map(({ values }) => values['standing'])).toEqual(
    standingQuestions.map(({ id }) => id),
  );
  expect(opened.map(({ values }) => values['duties'])).toEqual(
    standingQuestions.map(({ duties }) => duties),
  );
  expect(new Set(standingQuestions.map(({ id }) => id)).size).toBe(11);
});

test('SAY-9: each outdated citation of the Act is shown with its present paragraph', () => {
  const question = standingQuestions.find(({ id }) => id === 'law-references')?.question ?? '';
  const paragraph = (reference: string) => Number(/第2条第(\d+)項/.exec(reference)?.[1]);
  for (const reference of lawReferences) {
    expect(paragraph(reference.current)).toBe(paragraph(reference.cited) + 1);
    expect(question).toContain(currentReference(reference));
  }
  expect(lawReferences.map(({ cited }) => paragraph(cited))).toEqual([8, 9, 10, 14]);
});

test('DOM-71: a word given by the client’s account is taken back by it alone', () => {
  const { life, officer } = withClientOfficer();
  const byAccount = { ...said.instruction, from: '2026-04-20', form: 'account' };
  const { subject } = life.by(officer).takes('instruction', 'given', byAccount);
  const ended = { withdrawnBecause: '区の指示' };
  const about = { case: subject };
  expect(life.by(chief).refuses('instruction', 'withdrawn', ended, about).code).toBe(
    'word-of-account',
  );
  life.by(officer).takes('instruction', 'withdrawn', ended, about);
  const own = life.by(chief).takes('instruction', 'given', { ...said.instruction, ...written });
  life.takes('instruction', 'withdrawn', ended, { case: own.subject });
});
