import { parseDay } from '@kanribo/kernel';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { paperOf } from '../papers/paper-of.ts';
import { inputOf, smallContract } from '../papers/testing/small-contract.ts';
import { csvOf } from './csv.ts';
import { tableSheetOf } from './table-sheet.ts';
import { xlsxOf } from './xlsx.ts';

const sheet = tableSheetOf(paperOf('take-out', inputOf(smallContract(), null)));
const hostile = {
  ...sheet,
  rows: [sheet.heads.map((_head, place) => (place === 0 ? '=1+1' : 'a"b,\n'))],
};

const day = parseDay('2026-10-01');

async function worksheetOf(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  await workbook.xlsx.load(copy);
  const [worksheet] = workbook.worksheets;
  if (worksheet === undefined) throw new Error('no worksheet');
  return worksheet;
}

const written = async (of: typeof sheet) => {
  if (!day.ok) throw new Error('no day');
  return worksheetOf(await xlsxOf(of, day.value));
};

test('SHT-1: a sheet has the heads and rows of the paper, groups before their heads', () => {
  expect(sheet.title).toBe('持出管理簿');
  expect(sheet.heads).toContain('持出し・日時');
  expect(sheet.heads).toContain('返却・返却予定日');
  expect(sheet.rows.length).toBeGreaterThan(0);
  for (const row of sheet.rows) expect(row).toHaveLength(sheet.heads.length);
});

test('SHT-2: CSV is UTF-8 with a mark, CRLF, every cell quoted, nothing read as a formula', () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf(hostile));
  expect(text.startsWith('\u{feff}"番号",')).toBe(true);
  expect(text.split('\r\n').at(1)?.startsWith('"\'=1+1","a""b,\n"')).toBe(true);
  expect(text.endsWith('"\r\n')).toBe(true);
});

test.each([
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u3000=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
])('SHT-2: a cell that begins like a formula begins with an apostrophe: %j', (cell) => {
  const text = new TextDecoder().decode(csvOf({ ...sheet, heads: ['a'], rows: [[cell]] }));
  expect(text).toBe(`"a"\r\n"'${cell}"\r\n`);
});

test('SHT-3: the workbook holds every cell as text under a head that stays in view', async () => {
  const worksheet = await written(sheet);
  const first = sheet.about.length + 4;
  const cells = sheet.rows.map((row, index) =>
    row.map((_cell, place) => worksheet.getCell(first + index, place + 1).value ?? ''),
  );
  expect(cells).toEqual(sheet.rows);
  expect(worksheet.getCell(first, 1).numFmt).toBe('@');
  expect(worksheet.views[0]).toMatchObject({ state: 'frozen', ySplit: first - 1 });
});

test('SHT-4: a text that looks like a formula stays a text in the workbook', async () => {
  const worksheet = await written(hostile);
  expect(worksheet.getCell(hostile.about.length + 4, 1).value).toBe('=1+1');
});

test('SHT-5: a sheet of chosen lines holds them alone, in their order, and says so', () => {
  const input = inputOf(smallContract(), null);
  const ids = sheet.rows.map(([number]) => `take-out-${number}`).reverse();
  expect(ids.length).toBeGreaterThan(1);
  const chosen = { ids: ids.slice(0, -1), words: '状態「返却」' };
  const some = tableSheetOf(paperOf('take-out', { ...input, chosen }));
  expect(some.rows.map(([number]) => `take-out-${number}`)).toEqual(chosen.ids);
  expect(some.about).toContainEqual(['絞り込み・並び順', '状態「返却」']);
  expect(new Map(some.about).get('内容')).toContain(`全${ids.length}行のうち${ids.length - 1}件`);
  expect(sheet.about.map(([label]) => label)).not.toContain('絞り込み・並び順');
});

test('SHT-6: what is struck through on paper is told by a column of its own', () => {
  const told = paperOf('take-out', inputOf(smallContract(), null));
  const [mark, own] = ['【当社の定め】管理簿への記録の遅れ', '【遅延】持出しの記録'];
  const sections = told.sections.map((section) => {
    if (section.kind !== 'table') return section;
    const rows = section.rows.map((cells) =>
      cells.map((cell, place) =>
        section.columns[place]?.isNeverStruck === true ? `【取消し】\n${mark}\n${own}` : cell,
      ),
    );
    return { ...section, rows, struck: [1], struckLines: [mark] };
  });
  const { heads, rows, isStruck } = tableSheetOf({ ...told, sections });
  expect(heads.at(-1)).toBe('取消し');
  expect(rows[0]?.at(-1)).toBe('');
  expect(rows[1]?.at(-1)).toBe(`取消し済みの行\n行とともに取消し：${mark}`);
  expect(isStruck(1, heads.length - 1)).toBe(false);
  expect(isStruck(1, 0)).toBe(true);
});
