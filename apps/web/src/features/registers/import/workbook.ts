import { strFromU8, unzipSync } from 'fflate';
import { columnOf, mergedAt, withMerged } from './merged-cells.ts';
import { type Beginning, serialText } from './serial-day.ts';
import {
  type TableRow,
  type TableSheet,
  TableFault,
  mostColumns,
  mostLines,
  trimmed,
  uncounted,
  type WideCell,
} from './table-file.ts';
import { type Attributes, xmlEvents } from './xml-events.ts';

/** Most that the parts of a workbook may come to once they are unpacked. */
const mostUnpacked = 64 * 1024 * 1024;

type Parts = Readonly<Record<string, Uint8Array>>;

/** What a cell's meaning hangs on beside itself. */
interface Meaning {
  readonly shared: readonly string[];
  /** Styles, by number, whose numbers are days or times. */
  readonly dayStyles: ReadonlySet<number>;
  readonly beginning: Beginning;
}

/**
 * The sheets of an .xlsx workbook that can be seen, as text. Of a formula the kept result is read;
 * readings above characters are left out. Nothing is unpacked but the parts that are read, and
 * never more than the parts say of themselves.
 * @throws {TableFault} for what is no workbook, is damaged, or unpacks to too much.
 */
export function readWorkbook(bytes: Uint8Array): readonly TableSheet[] {
  const parts = unpacked(bytes);
  const { sheets, beginning } = contentsOf(partOf(parts, 'xl/workbook.xml'));
  const targets = targetsOf(partOf(parts, 'xl/_rels/workbook.xml.rels'));
  const shared =
    'xl/sharedStrings.xml' in parts ? sharedIn(partOf(parts, 'xl/sharedStrings.xml')) : [];
  const dayStyles =
    'xl/styles.xml' in parts ? dayStylesIn(partOf(parts, 'xl/styles.xml')) : new Set<number>();
  const meaning: Meaning = { shared, dayStyles, beginning };
  return sheets.flatMap(({ name, relation }) => {
    const path = targets.get(relation);
    if (path === undefined || !(path in parts)) return [];
    const { rows, merged } = sheetIn(partOf(parts, path), meaning);
    const wide = merged.filter(({ left, right }) => right > left);
    return [{ name, rows: trimmed(withMerged(rows, merged)), wide }];
  });
}

const read =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[\w.-]+\.xml)$/u;

function unpacked(bytes: Uint8Array): Parts {
  let [size, isWorkbook] = [0, false];
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (name === 'xl/workbook.xml') isWorkbook = true;
    if (!read.test(name)) return false;
    size += originalSize;
    if (size > mostUnpacked) throw new TableFault('too-much-inside');
    return true;
  };
  const parts = unzipped(bytes, filter);
  if (!isWorkbook) throw new TableFault('not-a-workbook');
  return parts;
}

function unzipped(
  bytes: Uint8Array,
  filter: (file: { name: string; originalSize: number }) => boolean,
): Parts {
  try {
    return unzipSync(bytes, { filter });
  } catch (fault) {
    throw fault instanceof TableFault ? fault : new TableFault('damaged', fault);
  }
}

function partOf(parts: Parts, path: string): string {
  const bytes = parts[path];
  if (bytes === undefined) throw new TableFault('damaged');
  return strFromU8(bytes);
}

function contentsOf(document: string) {
  const sheets: { readonly name: string; readonly relation: string }[] = [];
  let beginning: Beginning = 'from1900';
  for (const event of xmlEvents(document)) {
    if (event.kind !== 'open') continue;
    const { name, attributes } = event;
    if (name === 'workbookPr' && isTrue(attributes.get('date1904'))) beginning = 'from1904';
    if (name !== 'sheet' || (attributes.get('state') ?? 'visible') !== 'visible') continue;
    sheets.push({ name: attributes.get('name') ?? '', relation: attributes.get('id') ?? '' });
  }
  return { sheets, beginning };
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

function targetsOf(document: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const event of xmlEvents(document)) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue;
    const target = event.attributes.get('Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    targets.set(event.attributes.get('Id') ?? '', path);
  }
  return targets;
}

function sharedIn(document: string): readonly string[] {
  const texts: string[] = [];
  let [text, isText, isReading] = ['', false, false];
  for (const event of xmlEvents(document)) {
    if (event.kind === 'text') {
      if (isText && !isReading) text += event.text;
      continue;
    }
    const isOpen = event.kind === 'open';
    if (event.name === 't') isText = isOpen;
    if (event.name === 'rPh') isReading = isOpen;
    if (event.name !== 'si') continue;
    if (!isOpen) texts.push(unescaped(text));
    text = '';
  }
  return texts;
}

/** Characters XML cannot hold are written `_x000D_` (ECMA-376, part 1, 22.9.2.19). */
const unescaped = (text: string): string =>
  text
    .replaceAll(/_x([0-9A-F]{4})_/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');

/** Formats of days and times that need no definition; those from 27 on are Japanese. */
const isDayFormat = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

function dayStylesIn(document: string): ReadonlySet<number> {
  const defined = new Map<number, boolean>();
  const styles = new Set<number>();
  let [isStyle, style] = [false, 0];
  for (const event of xmlEvents(document)) {
    if (event.kind === 'text') continue;
    if (event.name === 'cellXfs') isStyle = event.kind === 'open';
    if (event.kind !== 'open') continue;
    const format = Number(event.attributes.get('numFmtId') ?? '0');
    if (event.name === 'numFmt')
      defined.set(format, showsDay(event.attributes.get('formatCode') ?? ''));
    if (event.name !== 'xf' || !isStyle) continue;
    if (defined.get(format) ?? isDayFormat(format)) styles.add(style);
    style += 1;
  }
  return styles;
}

/** Whether a number format shows a day or a time: letters outside of quotes and brackets. */
function showsDay(code: string): boolean {
  const plain = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./gu, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
    .replaceAll(/general|E[+-]/giu, '');
  return /[ymdhsge]/iu.test(plain);
}

interface SheetParts {
  readonly rows: readonly TableRow[];
  readonly merged: readonly WideCell[];
}

function sheetIn(document: string, meaning: Meaning): SheetParts {
  const rows: TableRow[] = [];
  const merged: WideCell[] = [];
  let [line, column, isHidden] = [0, 0, false];
  let cells: string[] = [];
  let cell: Attributes = new Map();
  let [value, isValue, isReading, isUncounted] = ['', false, false, false];
  for (const event of xmlEvents(document)) {
    if (event.kind === 'text') {
      if (isValue && !isReading) value += event.text;
      continue;
    }
    const isOpen = event.kind === 'open';
    if (event.name === 'v' || event.name === 't') isValue = isOpen;
    if (event.name === 'rPh') isReading = isOpen;
    if (isOpen && event.name === 'f') isUncounted = true;
    if (isOpen && event.name === 'v') isUncounted = false;
    if (isOpen && event.name === 'mergeCell') merged.push(...mergedAt(event.attributes.get('ref')));
    if (event.name === 'row') {
      if (isOpen) {
        line = numbered(event.attributes.get('r'), line + 1);
        isHidden = isTrue(event.attributes.get('hidden'));
        [cells, column] = [[], 0];
      } else if (rows.push({ line, cells, ...(isHidden && { isHidden }) }) > mostLines) {
        throw new TableFault('too-many-lines');
      }
    }
    if (event.name !== 'c') continue;
    if (isOpen) {
      cell = event.attributes;
      [value, isUncounted] = ['', false];
      column = columnOf(cell.get('r')) ?? column + 1;
    } else if (column <= mostColumns) {
      while (cells.length < column - 1) cells.push('');
      cells[column - 1] = isUncounted ? uncounted : cellText(cell, value, meaning);
    }
  }
  return { rows, merged };
}

const numbered = (text: string | undefined, instead: number): number =>
  text !== undefined && /^\d{1,7}$/u.test(text) ? Number(text) : instead;

function cellText(cell: Attributes, value: string, meaning: Meaning): string {
  const type = cell.get('t') ?? 'n';
  if (type === 's') return meaning.shared[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.slice(0, 16).replaceAll('-', '/').replace('T', ' ');
  if (type !== 'n') return unescaped(value);
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  const isDay = meaning.dayStyles.has(Number(cell.get('s') ?? '0'));
  const day = isDay ? serialText(number, meaning.beginning) : undefined;
  return day ?? plainNumber(number);
}

/** Without an exponent; what a binary number cannot say exactly is rounded as a sheet shows it. */
const plainNumber = (number: number): string =>
  Number.isInteger(number) ? BigInt(number).toString() : String(Number(number.toPrecision(15)));
