import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';

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
