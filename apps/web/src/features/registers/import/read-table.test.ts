import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { headsOf } from './merged-cells.ts';
import { readTable } from './read-table.ts';
import { rowsBelow } from './rows-below.ts';
import { uncounted } from './table-file.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const contents = (sheets: string) =>
  `${head}<workbook xmlns="${main}" xmlns:r="r"><sheets>${sheets}</sheets></workbook>`;
const visible = '<sheet name="持出" sheetId="1" r:id="rId1"/>';
const relations = `${head}<Relationships><Relationship Id="rId1" Type="t" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="t" Target="/xl/worksheets/sheet2.xml"/></Relationships>`;
const shared = `${head}<sst><si><t>見本 太郎</t><rPh sb="0" eb="2"><t>ミホン</t></rPh></si><si><r><t>課税</t></r><r><t xml:space="preserve">資料 &amp; 控え</t></r></si></sst>`;
const styles = `${head}<styleSheet><numFmts><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="0.00E+00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>`;
const sheet = (rows: string) => `${head}<worksheet><sheetData>${rows}</sheetData></worksheet>`;

function workbook(rows: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = {
    'xl/workbook.xml': contents(visible),
    'xl/_rels/workbook.xml.rels': relations,
    'xl/sharedStrings.xml': shared,
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheet(rows),
    ...more,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])),
  );
}

const cellsOf = (bytes: Uint8Array) => {
  const read = readTable(bytes);
  return read.ok ? read.value.map(({ rows }) => rows.map(({ cells }) => cells)) : read.error;
};

test('WEB-70: cells come as a reader of the sheet sees them, without readings above them', () => {
  const rows =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
    '<row r="3"><c r="A3" s="1"><v>46113</v></c><c r="B3" s="2"><v>46113.378472</v></c><c r="C3"><v>46113</v></c>' +
    '<c r="D3" s="3"><v>1.23456789012E+11</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" t="inlineStr"><is><t>直書き</t></is></c>' +
    '<c r="G3" t="str"><f>A1&amp;"x"</f><v>式の結果</v></c></row>';
  const read = readTable(workbook(rows));
  expect(read.ok && read.value[0]?.rows).toEqual([
    { line: 1, cells: ['見本 太郎', '', '課税資料 & 控え'] },
    {
      line: 3,
      cells: [
        '2026/04/01',
        '2026/04/01 09:05',
        '46113',
        '123456789012',
        'TRUE',
        '直書き',
        '式の結果',
      ],
    },
  ]);
});

test('WEB-70: hidden sheets are not read, and days may be counted from 1904', () => {
  const hidden = '<sheet name="裏" state="hidden" sheetId="2" r:id="rId2"/>';
  const from1904 = contents(visible + hidden).replace(
    '<sheets>',
    '<workbookPr date1904="1"/><sheets>',
  );
  const bytes = workbook('<row><c s="1"><v>44651</v></c></row>', {
    'xl/workbook.xml': from1904,
    'xl/worksheets/sheet2.xml': sheet('<row><c><v>1</v></c></row>'),
  });
  expect(cellsOf(bytes)).toEqual([[['2026/04/01']]]);
});

test('WEB-121: a cell over several lines stands in each, and a group of heads names its columns', () => {
  const rows =
    '<row r="1"><c r="A1" t="str"><v>持出管理簿</v></c></row>' +
    '<row r="2"><c r="A2" t="str"><v>番号</v></c><c r="B2" t="str"><v>持出</v></c><c r="D2" t="str"><v>返却</v></c></row>' +
    '<row r="3"><c r="B3" t="str"><v>日</v></c><c r="C3" t="str"><v>者</v></c><c r="D3" t="str"><v>日</v></c></row>' +
    '<row r="4"><c r="B4" t="str"><v>R8.4.1</v></c></row><row r="5"><c r="C5" t="str"><v>太郎</v></c></row>';
  const merges = ['A1:D1', 'A2:A3', 'B2:C2', 'B4:B5', 'ZZZ1:A', 'A9:A1'];
  const merged = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const document = sheet(rows).replace('</sheetData>', `</sheetData>${merged}`);
  const read = readTable(workbook('', { 'xl/worksheets/sheet1.xml': document }));
  const { rows: lines, wide = [] } = (read.ok ? read.value[0] : undefined) ?? { rows: [] };
  expect(headsOf(lines, wide, 2)).toEqual(['番号', '持出日', '持出者', '日']);
  expect(lines.map(({ cells }) => cells)).toEqual([
    ['持出管理簿'],
    ['番号', '持出', '', '返却'],
    ['番号', '日', '者', '日'],
    ['', 'R8.4.1'],
    ['', 'R8.4.1', '太郎'],
  ]);
});

test('WEB-121: the title of a sheet, and a note further above, head no column', () => {
  const rows = [
    { line: 1, cells: ['控え', ''] },
    { line: 2, cells: ['持出管理簿'] },
    { line: 3, cells: ['番号', '日', '者'] },
  ];
  const wide = [
    { top: 1, bottom: 1, left: 0, right: 1 },
    { top: 2, bottom: 2, left: 0, right: 2 },
  ];
  expect(headsOf(rows, wide, 2)).toEqual(['番号', '日', '者']);
});

test('WEB-121: lines a filter hides are told from those that are seen', () => {
  const rows =
    '<row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row><row r="9"><c><v>3</v></c></row>';
  const read = readTable(workbook(rows));
  expect(read.ok && read.value[0]?.rows).toEqual([
    { line: 1, cells: ['1'] },
    { line: 2, cells: ['2'], isHidden: true },
    { line: 9, cells: ['3'] },
  ]);
});

test('WEB-121: of a formula the result is read; one without a result says so', () => {
  const rows =
    '<row><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>""</f><v></v></c>' +
    '<c r="C1"><f>TODAY()</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1"><f t="shared" si="0"/><v>7</v></c></row>';
  expect(cellsOf(workbook(rows))).toEqual([[['2', '', uncounted, '#DIV/0!', '7']]]);
});

test('WEB-121: the sheets that are seen are read, each by its name', () => {
  const two = `${visible}<sheet name="送付" sheetId="2" r:id="rId2"/>`;
  const bytes = workbook('<row><c><v>1</v></c></row>', {
    'xl/workbook.xml': contents(two),
    'xl/worksheets/sheet2.xml': sheet('<row><c><v>2</v></c></row>'),
  });
  const read = readTable(bytes);
  expect(read.ok && read.value.map(({ name }) => name)).toEqual(['持出', '送付']);
});

const sjis = new Uint8Array([0x8c, 0x8e, 0x93, 0xfa, 0x0d, 0x0a, 0x41, 0x0d, 0x0a]);

test.each([
  [
    'UTF-8 with its mark',
    strToU8('\u{feff}日付,"品,名"\r\n1,"a\nb"\r\n'),
    [
      ['日付', '品,名'],
      ['1', 'a\nb'],
    ],
  ],
  ['Shift_JIS', sjis, [['月日'], ['A']]],
  [
    'Shift_JIS after the mark of UTF-8',
    new Uint8Array([0xef, 0xbb, 0xbf, ...sjis]),
    [['月日'], ['A']],
  ],
  ['Windows’ own letters', new Uint8Array([0x87, 0x40, 0xfb, 0xfc, 0x0a]), [['①髙']]],
  [
    'UTF-16, high byte first',
    new Uint8Array([0xfe, 0xff, 0x67, 0x08, 0x65, 0xe5, 0, 0x0a]),
    [['月日']],
  ],
  [
    'lines within cells',
    strToU8('"A\r\nB",C\r\n\r\n1,2\r\n'),
    [
      ['A\r\nB', 'C'],
      ['1', '2'],
    ],
  ],
  [
    'tabs',
    strToU8('日付\t品名\n1\t2\n'),
    [
      ['日付', '品名'],
      ['1', '2'],
    ],
  ],
])('WEB-70: CSV is read: %s', (_, bytes, cells) => {
  expect(cellsOf(bytes)).toEqual([cells]);
});

const compound = (name: string) =>
  new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    ...Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]),
  ]);
const bomb = zipSync({
  'xl/workbook.xml': strToU8(contents(visible)),
  'xl/worksheets/sheet1.xml': new Uint8Array(65 * 1024 * 1024),
});
/** Says of itself that it unpacks to little. */
const lying = () => {
  const bytes = bomb.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at += 1) {
    const isEntry = view.getUint32(at, true) === 0x02014b50;
    if (isEntry && view.getUint32(at + 24, true) > 1_000_000) view.setUint32(at + 24, 1000, true);
  }
  return bytes;
};

test.each([
  ['old-xls', compound('Workbook')],
  ['encrypted', compound('EncryptedPackage')],
  ['not-a-table', strToU8('%PDF-1.7')],
  ['not-a-table', strToU8('a\0b')],
  ['not-a-workbook', zipSync({ 'word/document.xml': strToU8('<w/>') })],
  ['damaged', workbook('').slice(0, 200)],
  ['damaged', workbook('<row><c r="A1"><v>1</v></c></row><!DOCTYPE x [<!ENTITY a "b">]>')],
  ['damaged', workbook('<row><c t="str"><v>&a;</v></c></row>')],
  ['damaged', strToU8('a,"b')],
  ['too-much-inside', bomb],
  ['damaged', lying()],
  ['unreadable-text', new Uint8Array([0x81, 0xff, 0xff])],
  ['empty', workbook('')],
  ['empty', new Uint8Array()],
])('WEB-70: what is no table of ours says what to do: %s', (problem, bytes) => {
  expect(readTable(bytes)).toEqual({ ok: false, error: problem });
});

test('WEB-121: hidden lines are rows only when asked for, lines without anything read never', () => {
  const lines = [
    { line: 1, cells: ['番号', '日'] },
    { line: 2, cells: ['1', 'R8.4.1'] },
    { line: 3, cells: ['2', 'R8.4.2'], isHidden: true },
    { line: 4, cells: ['3', ' '] },
  ];
  const how = { head: 0, mapping: { day: 1 }, readsHidden: false };
  const told = (read: ReturnType<typeof rowsBelow>) => [
    read.rows.map(({ line }) => line),
    read.hidden,
    read.empty,
  ];
  expect(told(rowsBelow(lines, how))).toEqual([[2], 1, 1]);
  expect(told(rowsBelow(lines, { ...how, readsHidden: true }))).toEqual([[2, 3], 1, 1]);
  expect(told(rowsBelow(lines, { ...how, mapping: {} }))).toEqual([[2, 4], 1, 0]);
});
