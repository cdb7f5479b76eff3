import { dutyTitles } from '@kanribo/annex';
import { declarationOf } from '@kanribo/api';
import { catalogue } from '@kanribo/domain';
import { expect, test } from 'vitest';
import { guessColumns } from './guess-columns.ts';
import { messages } from './messages.ts';
import { type Ways, readCell, readMomentCells } from './read-cell.ts';
import { type Reading, cellKey, readRow, replacementKey } from './read-rows.ts';
import { uncounted } from './table-file.ts';
import { laterSteps, openingSteps, targetsOf } from './targets.ts';
import { unreadable } from './unreadable.ts';

const roles = ['manager'];
const ways: Ways = { readsSerials: true, shortYears: 'unread', timeInstead: '12:00' };

function targetsFor(name: string) {
  const found = catalogue.get(name);
  if (found === undefined) throw new Error(name);
  const declaration = declarationOf(found);
  const [opening] = openingSteps(declaration, roles);
  if (opening === undefined) throw new Error(name);
  const steps = [opening, ...laterSteps(declaration, opening, roles)];
  return targetsOf(declaration, steps, messages.columns);
}

const heads = [
  '番号',
  '利用開始日',
  '利用した文書',
  '利用した者',
  '目的',
  '定められた範囲の内',
  '返却日',
  '返却確認者',
  '備考',
];
const targets = targetsFor('use');
const guessed = guessColumns(heads, targets);
const names = new Map([
  ['box-1', ['thing-1']],
  ['見本太郎', ['person-3']],
  ['見本次郎', ['person-4', 'person-9']],
]);
const reading: Reading = {
  targets,
  mapping: guessed,
  ways,
  lookup: () => names,
  replacements: {},
  cleared: new Set(),
};
const row = (...cells: string[]) => ({ line: 5, cells });
const closed = row(
  '1',
  'R8.4.1',
  'BOX-1',
  '見本　太郎',
  '調定',
  '○',
  '2026/4/2 17:30',
  '見本太郎',
  '',
);

test('WEB-71: the heads of a sheet suggest what each column is', () => {
  expect(guessed).toMatchObject({
    'used.@day': 1,
    'used.things': 2,
    'used.reader': 3,
    'used.purpose': 4,
    'used.isWithinRange': 5,
    'returned.@day': 6,
    'returned.returnConfirmedBy': 7,
    'used.remarks': 8,
  });
  expect(Object.values(guessed)).not.toContain(0);
});

test('WEB-71: only what happened is read from a file; acts and files are not', () => {
  const takeOut = targetsFor('take-out');
  expect(takeOut[0]?.step.name).toBe('taken');
  expect(takeOut.map(({ id }) => id)).not.toContain('handed-to-client.receipt');
  expect(targetsFor('use').map(({ step }) => step.name)).toContain('returned');
});

test('WEB-71: a row becomes the steps of its case, each at its own time', () => {
  const { steps, problems } = readRow(closed, reading);
  expect(problems).toEqual([]);
  expect(steps).toEqual([
    {
      step: 'used',
      occurredAt: '2026-04-01T03:00:00.000Z',
      values: { things: ['thing-1'], reader: 'person-3', purpose: '調定', isWithinRange: true },
      falseAlarms: [],
    },
    {
      step: 'returned',
      occurredAt: '2026-04-02T08:30:00.000Z',
      values: { returnConfirmedBy: 'person-3' },
      falseAlarms: [],
    },
  ]);
  const open = row('2', 'R8.4.1', 'BOX-1', '見本太郎', '調定', '○', '', '', '');
  expect(readRow(open, reading).steps.map(({ step }) => step)).toEqual(['used']);
});

test('WEB-71: names that are not on record, or are two people’s, are said and can be replaced', () => {
  const two = row('2', 'R8.4.1', 'BOX-1', '見本次郎', '調定', '○', '', '', '');
  const none = row('3', 'R8.4.1', 'BOX-2', '見本太郎', '調定', '○', '', '', '');
  const told = [two, none].map((one) => readRow(one, reading).problems);
  expect(told.map(([problem]) => problem?.sentence)).toEqual([
    messages.sharedName('見本次郎'),
    messages.unknownName('BOX-2'),
  ]);
  const replacements = { [replacementKey('used.reader', '見本次郎')]: 'person-9' };
  const read = readRow(two, { ...reading, replacements });
  expect(read.steps[0]?.values['reader']).toBe('person-9');
});

test.each<[string, string, Partial<Ways>, string | undefined]>([
  ['令和8年4月1日（水）', '', {}, '2026-04-01T03:00:00.000Z'],
  ['2026/04/01 09:05', '', {}, '2026-04-01T00:05:00.000Z'],
  ['20260401', '9時5分', {}, '2026-04-01T00:05:00.000Z'],
  ['46113', '0.378472', {}, '2026-04-01T00:05:00.000Z'],
  ['46113', '', { readsSerials: false }, undefined],
  ['8/4/1', '', {}, undefined],
  ['8/4/1', '', { shortYears: 'reiwa' }, '2026-04-01T03:00:00.000Z'],
  ['26/4/1', '', { shortYears: 'gregorian' }, '2026-04-01T03:00:00.000Z'],
  ['Ｒ８．４．１', '９：０５', {}, '2026-04-01T00:05:00.000Z'],
  ['令８年４月１日', '', {}, '2026-04-01T03:00:00.000Z'],
  ['R8.4.1\n（水）', '', {}, '2026-04-01T03:00:00.000Z'],
  ['2026年4月1日 水曜日', '13時', {}, '2026-04-01T04:00:00.000Z'],
  ['2026/4/1 午後1時30分', '', {}, '2026-04-01T04:30:00.000Z'],
  ['2026/4/1', 'PM 1:30', {}, '2026-04-01T04:30:00.000Z'],
  ['2026/4/1 12:05:30 AM', '', {}, '2026-03-31T15:05:00.000Z'],
  ['46113.378472', '', {}, '2026-04-01T00:05:00.000Z'],
  ['令和8年1月5日', '午後13時', {}, '2026-01-05T04:00:00.000Z'],
  ['2026/4/1', '25時', {}, undefined],
  ['2026/2/30', '', {}, undefined],
  ['4月1日', '', {}, undefined],
])('WEB-71: days and times are read as they are written: %s %s', (day, time, way, moment) => {
  expect(readMomentCells(day, time, { ...ways, ...way })).toBe(moment);
});

test('WEB-72: a suspected Individual Number in any column read keeps its row in the page', () => {
  const number = '1234 5678 9018';
  for (const [id, column] of Object.entries(guessed)) {
    const cells = closed.cells.map((cell, index) =>
      index === column ? `${cell} ${number}` : cell,
    );
    const { steps, problems } = readRow({ line: 5, cells }, reading);
    expect(steps, id).toEqual([]);
    expect(
      problems.some(({ isSuspected, target }) => isSuspected && target.id === id),
      id,
    ).toBe(true);
  }
});

test('WEB-72: a cell a person has looked at goes on, and is looked at anew once it is changed', () => {
  const text = '整理番号 123456789018';
  const cells = closed.cells.map((cell, index) => (index === 8 ? text : cell));
  const cleared = new Set([cellKey(5, 8, text)]);
  const { steps } = readRow({ line: 5, cells }, { ...reading, cleared });
  expect(steps[0]?.falseAlarms).toEqual(['remarks']);
  const changed = cells.map((cell, index) => (index === 8 ? `${text}。` : cell));
  expect(readRow({ line: 5, cells: changed }, { ...reading, cleared }).steps).toEqual([]);
});

test('WEB-121: whether a row states its time is told from the time it is given', () => {
  const timed = (day: string) =>
    readRow(row('2', day, 'BOX-1', '見本太郎', '調定', '○', '', '', ''), reading).isTimeStated;
  expect(['R8.4.1', 'R8.4.1 9:05', '46113.378472', '46113'].map(timed)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('WEB-121: the sign of a formula gone wrong is no text of the register', () => {
  for (const sign of ['#N/A', '#REF!', uncounted]) {
    const cells = closed.cells.map((cell, index) => (index === 8 ? sign : cell));
    const { problems } = readRow({ line: 5, cells }, reading);
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      sign === uncounted ? messages.uncounted : messages.formulaError(sign),
    ]);
    const days = closed.cells.map((cell, index) => (index === 1 ? sign : cell));
    expect(readRow({ line: 5, cells: days }, reading).problems[0]?.sentence).toBe(
      problems[0]?.sentence,
    );
  }
});

test('WEB-122: duties are read by what they are called', () => {
  const [noticed, ...others] = targetsFor('near-miss').filter(
    ({ field }) => field?.type === 'duties',
  );
  expect(others.map(({ id }) => id)).toEqual(['reviewed.nearly']);
  const field = noticed?.field;
  if (field === undefined) throw new Error('duties are a target');
  const read = (text: string) => readCell(field, text, { ways, lookup: () => new Map() });
  const [use, paper] = [dutyTitles['use-register'], dutyTitles['take-out-register']];
  expect(read(`${use}、${paper}\n${use}`)).toEqual({
    state: 'value',
    value: ['use-register', 'take-out-register'],
  });
  expect(read('掃除')).toEqual({ state: 'wrong', sentence: messages.unknownDuty('掃除') });
});

test('WEB-122: what no column can be says how it is entered instead', () => {
  const sentencesOf = (name: string, own = roles) => {
    const found = catalogue.get(name);
    if (found === undefined) throw new Error(name);
    const declaration = declarationOf(found);
    return unreadable(declaration, openingSteps(declaration, own)[0], own);
  };
  const { unread } = messages;
  const { opening, later } = unread.instead;
  expect(sentencesOf('sending')).toContain(unread.byCorrection('送付先の一覧'));
  expect(sentencesOf('training-session')).toContain(unread.neverLater('教材'));
  expect(sentencesOf('department')).toContain(
    unread.byStep('任務分担を定めた文書', '任務分担と責任の明確化'),
  );
  expect(sentencesOf('take-out')).toContain(unread.act('許可票の発行', opening));
  expect(sentencesOf('near-miss', ['handler'])).toContain(unread.role('原因と対策の記録', later));
  expect(sentencesOf('basic-policy')).toContain(unread.attached('案の登録', '本文', opening));
  for (const { name } of catalogue.values()) expect(sentencesOf(name), name).not.toContain('');
});

test('WEB-122: every field that is no file is read from a column wherever its step is', () => {
  for (const declared of catalogue.values()) {
    const declaration = declarationOf(declared);
    const own = [...new Set(declaration.steps.flatMap(({ by }) => by))];
    for (const opening of openingSteps(declaration, own)) {
      const steps = [opening, ...laterSteps(declaration, opening, own)];
      const read = new Set(targetsOf(declaration, steps, messages.columns).map(({ id }) => id));
      for (const step of steps) {
        for (const name of [...step.required, ...step.optional]) {
          const type = declaration.fields.find((field) => field.name === name)?.type;
          expect(read.has(`${step.name}.${name}`), `${step.name}.${name}`).toBe(
            type !== 'evidence',
          );
        }
      }
    }
  }
});
