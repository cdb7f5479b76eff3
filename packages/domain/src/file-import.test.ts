import { expect, test } from 'vitest';
import { textOf } from './engine/case.ts';
import { caseOf, casesOf } from './engine/contract.ts';
import { type JsonObject, findIndividualNumbers, individualCheckDigit } from '@kanribo/kernel';
import { linesLike, repeatsIn } from './repeats.ts';
import { catalogue } from './catalogue.ts';
import type { FileRow } from './many-commands.ts';
import { bringsIn, fileCommand, fileRow } from './testing/file-rows.ts';
import type { Life } from './testing/life.ts';
import { chief, handler, manager, medium, sendingOf, setUpContract } from './testing/sample.ts';

const at = '2026-04-18 12:00';
const noticed = (row: number, what: string, time = at): FileRow =>
  fileRow('near-miss', row, [['noticed', time, { what, during: 'paper' }]]);

/** A contract into which two near misses were brought. */
function withTwo(): { readonly life: Life; readonly of: string } {
  const life = setUpContract();
  const { subject } = bringsIn(life, 'near-miss', [noticed(3, '一'), noticed(7, '二')]);
  return { life, of: subject };
}

test('DOM-52: an import is one deed that says from which file, and each entry from which row', () => {
  const { life, of } = withTwo();
  const found = caseOf(life.contract, of);
  expect(found?.values).toEqual({ digest: 'd'.repeat(64), register: 'near-miss', rows: 2 });
  const { recorded, particulars } = life.stored[found?.steps[0].sequence ?? 0] ?? {};
  expect(particulars).toEqual({ name: '一覧.xlsx', sheet: '令和8年度' });
  expect(recorded?.facts['warnings']).toEqual(['recorded-on-later-day']);
  const lines = [...casesOf(life.contract, 'near-miss')];
  expect(lines.map(({ steps }) => steps[0].source)).toEqual([
    { import: of, row: 3 },
    { import: of, row: 7 },
  ]);
});

test('DOM-52: what the software takes along for a row names the row as well', () => {
  const life = setUpContract();
  const row = fileRow('sending', 4, [['sent', at, sendingOf([medium], { protection: 'none' })]]);
  const { subject: of } = bringsIn(life, 'sending', [row]);
  for (const name of ['take-out', 'sending', 'deviation']) {
    const [line] = [...casesOf(life.contract, name)].slice(-1);
    expect(line?.steps[0].source, name).toEqual({ import: of, row: 4 });
  }
});

test('DOM-53: nobody enters an import without its rows', () => {
  const life = setUpContract();
  const values = { name: '一覧', digest: 'd'.repeat(64), register: 'near-miss', rows: 1 };
  for (const actor of [chief, manager, handler]) {
    expect(life.by(actor).refuses('import', 'recorded', values).code).toBe('role-missing');
  }
});

test('DOM-53: a name of a file that may hold an Individual Number refuses all rows', () => {
  const life = setUpContract();
  const digits = '12345678901';
  const number = `${digits}${individualCheckDigit(digits)}`;
  expect(findIndividualNumbers(number)).toHaveLength(1);
  for (const file of [{ name: `${number}.xlsx` }, { sheet: number }]) {
    const command = fileCommand(life, 'near-miss', [noticed(2, '一')]);
    const answered = life.answersMany({ ...command, file: { ...command.file, ...file } });
    expect(answered.ok ? '' : answered.error.code).toBe('individual-number-suspected');
  }
});

test('DOM-54: an import struck out takes its lines with it, for one reason', () => {
  const { life, of } = withTwo();
  life.takes('near-miss', 'voided', { voidReason: '一行だけ' }, { case: 'near-miss-1' });
  const { events } = life
    .by(chief)
    .takes('import', 'voided', { voidReason: '別の年度' }, { case: of });
  expect(events.map(({ declaration }) => declaration)).toEqual([
    'import/voided@1',
    'near-miss/voided@1',
  ]);
  expect(events.map(({ particulars }) => particulars)).toEqual([
    { voidReason: '別の年度' },
    { voidReason: '別の年度' },
  ]);
  expect(caseOf(life.contract, 'near-miss-2')?.status).toBe('voided');
});

test('DOM-54: lines of others, and of other imports, stay', () => {
  const { life, of } = withTwo();
  const other = life.takes('near-miss', 'noticed', { what: '三', during: 'paper' }).subject;
  bringsIn(life, 'near-miss', [noticed(2, '四')]);
  life.takes('import', 'voided', { voidReason: '別の年度' }, { case: of });
  expect(caseOf(life.contract, other)?.status).toBe('noticed');
  expect(caseOf(life.contract, 'near-miss-4')?.status).toBe('noticed');
});

test('DOM-54: a line that was entered by itself before stays', () => {
  const life = setUpContract();
  const own = life.takes('near-miss', 'noticed', { what: '先', during: 'paper' }).subject;
  const { subject: of } = bringsIn(life, 'near-miss', [noticed(2, '一')]);
  life.takes('import', 'voided', { voidReason: '別の年度' }, { case: of });
  const statuses = [own, 'near-miss-2'].map((id) => caseOf(life.contract, id)?.status);
  expect(statuses).toEqual(['noticed', 'voided']);
});

test('DOM-54: one line that may not be struck out keeps all of them, and is named', () => {
  const { life, of } = withTwo();
  const review = { cause: '点検漏れ', measure: '表', isIncident: true, reason: '漏えい' };
  life.takes('near-miss', 'reviewed', review, { case: 'near-miss-1' });
  const refused = life
    .by(chief)
    .refuses('import', 'voided', { voidReason: '別の年度' }, { case: of });
  expect([refused.code, refused.parameters['case']]).toEqual(['line-says-incident', 'near-miss-1']);
  expect(
    life.by(handler).refuses('import', 'voided', { voidReason: '誤' }, { case: of }).code,
  ).toBe('role-missing');
});

/** What rows repeat of the lines there are, whose texts are these. */
function repeatsOf(life: Life, name: string, rows: readonly FileRow[]) {
  const declaration = catalogue.get(name);
  if (declaration === undefined) throw new Error(name);
  const texts = (sequence: number) => life.stored[sequence]?.particulars ?? {};
  const lines = linesLike(life.contract, declaration, rows).map((line) => {
    const [first] = line.steps;
    const all = line.steps.map(({ sequence }) => texts(sequence));
    const opened = { ...first.values, ...texts(first.sequence) };
    return [
      line,
      {
        opened,
        now: all.reduce<JsonObject>((folded, one) => ({ ...folded, ...one }), line.values),
      },
    ] as const;
  });
  const repeats = repeatsIn(declaration, rows, lines);
  return repeats.map(({ index, line, earlier }) => [
    rows[index]?.row,
    line ?? rows[earlier ?? 0]?.row,
  ]);
}

test('DOM-55: a row that says what a line or an earlier row says is told with it', () => {
  const { life } = withTwo();
  const rows = [
    noticed(2, '一'),
    noticed(3, '三'),
    noticed(4, ' 二　'),
    noticed(5, '三'),
    noticed(6, '一', '2026-04-18 12:01'),
    noticed(7, '一', '2026-04-19 12:00'),
  ];
  expect(repeatsOf(life, 'near-miss', rows)).toEqual([
    [2, 'near-miss-1'],
    [4, 'near-miss-2'],
    [5, 3],
  ]);
});

test('DOM-55: a row without a time is held against the whole day', () => {
  const life = setUpContract();
  bringsIn(life, 'near-miss', [noticed(2, '一', '2026-04-18 10:32')]);
  const untimed = { ...noticed(2, '一'), isTimeStated: false };
  expect(repeatsOf(life, 'near-miss', [untimed])).toEqual([[2, 'near-miss-1']]);
  expect(repeatsOf(life, 'near-miss', [noticed(2, '一')])).toEqual([]);
  const nextDay = { ...noticed(2, '一', '2026-04-19 12:00'), isTimeStated: false };
  expect(repeatsOf(life, 'near-miss', [nextDay])).toEqual([]);
});

test('DOM-55: a line corrected since is known by what it said and by what it says', () => {
  const { life } = withTwo();
  const corrected = { what: '直した', correctionReason: '誤字' };
  life.takes('near-miss', 'corrected', corrected, { case: 'near-miss-1' });
  expect(repeatsOf(life, 'near-miss', [noticed(2, '一'), noticed(3, '直した')])).toEqual([
    [2, 'near-miss-1'],
    [3, 'near-miss-1'],
  ]);
});

test('DOM-55: a line struck out is repeated by nothing', () => {
  const { life, of } = withTwo();
  life.takes('import', 'voided', { voidReason: '別の年度' }, { case: of });
  expect(repeatsOf(life, 'near-miss', [noticed(2, '一')])).toEqual([]);
});

test('DOM-55: what has a name is known by it, whatever the day', () => {
  const life = setUpContract();
  const place = (row: number, name: string) =>
    fileRow('place', row, [['recorded', '2026-04-01 09:00', { name, kind: 'other' }]]);
  const known = life.stored[Number(caseOf(life.contract, 'place-1')?.steps[0].sequence)];
  const name = textOf(known?.particulars ?? {}, 'name') ?? '';
  expect(repeatsOf(life, 'place', [place(2, name), place(3, '新しい倉庫')])).toEqual([
    [2, 'place-1'],
  ]);
});

test('DOM-56: rows are refused with the first repeat nobody took knowingly, and where the register grew', () => {
  const { life } = withTwo();
  const command = fileCommand(life, 'near-miss', [noticed(2, '三'), noticed(5, '一')]);
  const repeats = [{ index: 1, line: 'near-miss-1', earlier: null }];
  const refused = life.answersMany({ ...command, repeats });
  expect(refused.ok ? {} : refused.error).toMatchObject({ code: 'row-repeats-line', row: 1 });
  life.takes('near-miss', 'noticed', { what: '四', during: 'paper' });
  const grown = life.answersMany(command);
  expect(grown.ok ? {} : grown.error).toMatchObject({ code: 'register-grew' });
});
