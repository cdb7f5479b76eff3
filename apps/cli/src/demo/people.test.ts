import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CliFault } from '../cli-fault.ts';
import { castFrom } from './cast.ts';
import { readPeople } from './people.ts';
import { readTextFile } from '../read-text.ts';

const head = '氏名,ふりがな,所属,役職,従事者,役割,開始日,終了予定日';
const chief = '高橋 由紀子,たかはし ゆきこ,管理本部,取締役,いいえ,総括責任者,令和8年4月1日,';
const auditor = '吉田 健一,よしだ けんいち,内部監査室,室長,いいえ,監査責任者,2026-04-01,';
const manager = '鈴木 正人,すずき まさと,第一業務部,課長,はい,管理責任者,2026-04-01,';
const handler = '佐藤 花子,さとう はなこ,第一業務部,,はい,事務取扱担当者,2026-04-01,2027-03-31';
const otherHandler = '山本 誠,やまもと まこと,派遣元,,はい,事務取扱担当者,2026-04-01,2026-09-30';
const office = [head, chief, auditor, manager, handler, otherHandler];

const read = (...lines: readonly string[]) => readPeople(lines.join('\n'), 'people.csv');

/** What the command line would say, and the code that decides the exit code. */
function refusalOf(use: () => unknown) {
  try {
    use();
  } catch (error) {
    return error instanceof CliFault ? { code: error.code, says: error.message } : error;
  }
  return undefined;
}

test('CLI-17: a staff list is read, with days of either kind', () => {
  const people = read(...office);
  expect(people).toHaveLength(5);
  expect(people[0]).toEqual({
    name: '高橋 由紀子',
    kana: 'たかはし ゆきこ',
    affiliation: '管理本部',
    post: '取締役',
    isWorker: false,
    office: 'chief-officer',
    from: '2026-04-01',
    until: null,
  });
  expect(people[3]).toMatchObject({ office: 'handler', isWorker: true, until: '2027-03-31' });
});

test.each([
  ['a column too few', '伊藤,いとう,部,,はい,,', '列が7個'],
  ['a column too many', '伊藤,いとう,部,,はい,,,,', '列が9個'],
  ['no name', ',いとう,部,,はい,,,', '氏名'],
  ['a name too long', `${'伊'.repeat(61)},いとう,部,,はい,,,`, '氏名'],
  ['no affiliation', '伊藤,いとう,,,はい,,,', '所属'],
  ['an affiliation too long', `伊藤,いとう,${'部'.repeat(101)},,はい,,,`, '所属'],
  ['a reading too long', `伊藤,${'い'.repeat(61)},部,,はい,,,`, 'ふりがな'],
  ['neither yes nor no', '伊藤,いとう,部,,たぶん,,,', '「たぶん」'],
  ['an office there is not', '伊藤,いとう,部,,はい,社長,,', '役割「社長」'],
  ['a day there is not', '伊藤,いとう,部,,はい,,2026-02-30,', '日付'],
  ['an office without its first day', '伊藤,いとう,部,,はい,管理責任者,,', '開始日'],
  ['a handler without an end', '伊藤,いとう,部,,はい,事務取扱担当者,2026-04-01,', '終了予定日'],
  ['an end before the start', '伊藤,いとう,部,,はい,,2026-04-02,2026-04-01', '開始日より前'],
])('CLI-17: a bad row is named by its line: %s', (_what, row, says) => {
  const refusal = refusalOf(() => read(head, chief, '', row, manager));
  expect(refusal).toEqual({ code: 'usage', says: expect.stringContaining(says) });
  expect(refusal).toHaveProperty('says', expect.stringMatching(/^people\.csv の4行目：[^\n]*$/u));
});

test('CLI-17: every bad row is named, and no Individual Number is repeated', () => {
  const refusal = refusalOf(() =>
    read(head, '伊藤,いとう,部,,たぶん,,,', chief, '伊藤,123456789018,部,,はい,,,'),
  );
  expect(refusal).toEqual({
    code: 'usage',
    says: expect.stringMatching(/^people\.csv の2行目：.*\npeople\.csv の4行目：個人番号/u),
  });
  expect(JSON.stringify(refusal)).not.toContain('123456789018');
});

test.each([
  ['a quotation mark that does not end', [head, chief, '"伊藤,いとう,部,,はい,,,'], 'CSV'],
  ['a quotation mark within a cell', [head, '伊"藤,いとう,部,,はい,,,'], '2行目'],
  ['another head line', ['名前,所属', chief], '1行目'],
  ['a list without a head line', [chief, manager], '1行目'],
  ['nobody', [head], '人が載っていません'],
] as const)('CLI-17: a list is refused that has %s', (_what, lines, says) => {
  const refusal = refusalOf(() => read(...lines));
  expect(refusal).toEqual({ code: 'usage', says: expect.stringContaining(says) });
});

test.each([
  ['chief officer', chief],
  ['audit officer', auditor],
  ['manager', manager],
  ['second handler', otherHandler],
])('CLI-17: a list says who must be on it where it lacks: %s', (_who, missing) => {
  const people = read(...office.filter((line) => line !== missing));
  const refusal = refusalOf(() => castFrom(people));
  expect(refusal).toEqual({ code: 'usage', says: expect.stringContaining('2人以上') });
});

test('CLI-17: people get their ids in the order of the list', () => {
  const cast = castFrom(read(...office, '伊藤 美咲,いとう みさき,第二業務部,,はい,,,'));
  expect(cast.manager.id).toBe('person-3');
  expect(cast.handlers.map(({ id }) => id)).toEqual(['person-4', 'person-5']);
  expect(cast.worker?.id).toBe('person-6');
});

/** Node only reads Shift_JIS; the table is made by reading every pair of bytes. */
function shiftJis(text: string): Uint8Array {
  const decoder = new TextDecoder('shift_jis');
  const bytes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!bytes.has(character)) bytes.set(character, [lead, trail]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((character) =>
      character < '\u{80}' ? [character.charCodeAt(0)] : (bytes.get(character) ?? [0x3f]),
    ),
  );
}

async function withFile(
  content: string | Uint8Array,
  use: (path: string) => Promise<void>,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'kanribo-people-'));
  try {
    const path = join(directory, 'people.csv');
    await writeFile(path, content);
    await use(path);
  } finally {
    await rm(directory, { recursive: true });
  }
}

test('CLI-18: a list in Shift_JIS reads as the same list in UTF-8', async () => {
  const lines = office.join('\r\n');
  await withFile(shiftJis(lines), async (path) => {
    const { text, bytes } = await readTextFile(path);
    expect(Buffer.compare(bytes, await readFile(path))).toBe(0);
    expect(readPeople(text, path)).toEqual(read(...office));
  });
  await withFile(`\u{feff}${lines}`, async (path) => {
    expect(readPeople((await readTextFile(path)).text, path)).toEqual(read(...office));
  });
});

test.each([
  ['is neither UTF-8 nor Shift_JIS', Uint8Array.of(0xfd, 0xfe, 0xff), 'Shift_JIS'],
  ['holds zero bytes', 'a\0b', 'Shift_JIS'],
  ['says nothing', ' \r\n', '空です'],
  ['is too large', new Uint8Array(4 * 1024 * 1024 + 1), '4 MiB'],
] as const)('CLI-18: a file is refused that %s', async (_what, content, says) => {
  await withFile(content, async (path) => {
    await expect(readTextFile(path)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(says),
    });
  });
});

test('CLI-18: a file that is not there, or is a directory, is named', async () => {
  const nowhere = join(tmpdir(), 'kanribo-nowhere', 'people.csv');
  for (const path of [nowhere, tmpdir()]) {
    await expect(readTextFile(path)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(`${path} を開けません`),
    });
  }
});
