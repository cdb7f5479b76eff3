import { type JsonValue, type Moment, momentOf } from '@kanribo/kernel';
import { readDayText } from '../../../ui/date-field.tsx';
import type { DeclaredField } from '../../../ui/case-form/declared.ts';
import { readDraft } from '../../../ui/case-form/draft.ts';
import { messages as words } from '../../../ui/messages.ts';
import { readTime } from '../../../ui/moment-text.ts';
import { messages } from './messages.ts';
import { plainName, plainWords } from './plain-words.ts';
import { serialText } from './serial-day.ts';

/** How cells are read where they can mean more than one thing. */
export interface Ways {
  /** Numbers of five digits are the days a spreadsheet counts. */
  readonly readsSerials: boolean;
  /** What a year of two digits without an era is. */
  readonly shortYears: 'unread' | 'reiwa' | 'gregorian';
  /** The time of what has a day alone, `12:00`. */
  readonly timeInstead: string;
}

/** Ids of cases by the names people know them by. */
export type Lookup = (field: DeclaredField) => ReadonlyMap<string, readonly string[]>;

/** What a cell comes to. */
export type ReadCell =
  | { readonly state: 'value'; readonly value: JsonValue }
  | { readonly state: 'wrong'; readonly sentence: string };

const valueOf = (value: JsonValue): ReadCell => ({ state: 'value', value });
const wrong = (sentence: string): ReadCell => ({ state: 'wrong', sentence });

/** Reads what stands in a cell as the register keeps it; the cell is not empty. */
export function readCell(
  field: DeclaredField,
  raw: string,
  { ways, lookup }: { readonly ways: Ways; readonly lookup: Lookup },
): ReadCell {
  const text = raw.trim();
  switch (field.type) {
    case 'day': {
      const day = dayText(text, ways);
      return day === undefined ? wrong(messages.wrongDay(text)) : valueOf(day);
    }
    case 'moment': {
      const moment = readMomentCells(text, '', ways);
      return moment === undefined ? wrong(messages.wrongDay(text)) : valueOf(moment);
    }
    case 'choice':
      return readChoice(field, text);
    case 'flag':
      return readFlag(text);
    case 'case':
      return readCase(text, lookup(field));
    case 'cases':
      return readCases(text, lookup(field));
    default:
      return asTyped(field, text);
  }
}

function asTyped(field: DeclaredField, text: string): ReadCell {
  const read = readDraft(field, text);
  return read.state === 'empty' ? wrong(words.missing(field.label)) : read;
}

function readChoice({ options = {} }: DeclaredField, text: string): ReadCell {
  const said = plainWords(text);
  const found = Object.entries(options).find(
    ([key, label]) =>
      key === text || plainWords(label) === said || plainName(label) === plainName(text),
  );
  return found === undefined ? wrong(messages.unknownChoice(text)) : valueOf(found[0]);
}

const yes = new Set([
  'はい',
  '○',
  '◯',
  '〇',
  '有',
  'あり',
  '有り',
  '済',
  '済み',
  'true',
  'yes',
  '1',
  '✓',
  'レ',
  '内',
]);
const no = new Set([
  'いいえ',
  '×',
  '✕',
  'x',
  '無',
  'なし',
  '無し',
  '未',
  '未済',
  'false',
  'no',
  '0',
  '外',
]);

function readFlag(text: string): ReadCell {
  const said = plainName(text);
  if (yes.has(said)) return valueOf(true);
  return no.has(said) ? valueOf(false) : wrong(messages.unknownFlag(text));
}

function readCase(text: string, found: ReadonlyMap<string, readonly string[]>): ReadCell {
  const [id, another] = found.get(plainName(text)) ?? [];
  if (id === undefined) return wrong(messages.unknownName(text));
  return another === undefined ? valueOf(id) : wrong(messages.sharedName(text));
}

/** A list between commas or lines; a name that has a comma itself is one name. */
function readCases(text: string, found: ReadonlyMap<string, readonly string[]>): ReadCell {
  const whole = readCase(text, found);
  if (whole.state === 'value') return valueOf([whole.value]);
  const ids: JsonValue[] = [];
  for (const name of text.split(/[、,，;；\n]/u).map((one) => one.trim())) {
    if (name === '') continue;
    const read = readCase(name, found);
    if (read.state === 'wrong') return read;
    if (!ids.includes(read.value)) ids.push(read.value);
  }
  return valueOf(ids);
}

const dayAndTime = /^(.*\S)[\s　T]+(\d{1,2}(?::|時)\d{1,2}(?::\d{2})?分?)$/u;

/** When a step happened, of its day and, where a column has it, its time. */
export function readMomentCells(day: string, time: string, ways: Ways): Moment | undefined {
  const parted = dayAndTime.exec(day.normalize('NFKC').trim());
  const [date, beside] = [parted?.[1] ?? day, parted?.[2] ?? ''];
  const said = time.trim() === '' ? beside : time;
  const clock = readTime(said === '' ? ways.timeInstead : timeOnly(said));
  const read = dayText(withoutWeekday(date), ways);
  if (read === undefined || clock === undefined) return undefined;
  return momentOf(Date.parse(`${read}T${clock}:00+09:00`));
}

/** Whether the cells of a day and a time say a time at all. */
export const statesTime = (day: string, time: string): boolean =>
  time.trim() !== '' || dayAndTime.test(day.normalize('NFKC').trim());

/** Seconds are left out; a time kept as part of a day is shown as a clock does. */
function timeOnly(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const part = /^0?\.\d+$/u.test(plain) ? serialText(Number(plain)) : undefined;
  return part ?? plain.replace(/^(\d{1,2}:\d{2}):\d{2}$/u, '$1');
}

const withoutWeekday = (text: string): string =>
  text.trim().replace(/[（(][日月火水木金土祝・]+[）)]$/u, '');

function dayText(text: string, ways: Ways): string | undefined {
  const plain = withoutWeekday(text).replace(/[\s　]+0{1,2}:00(?::00)?$/u, '');
  const read = readDayText(plain);
  if (read.ok) return read.value;
  const other = otherSpelling(plain.normalize('NFKC').trim(), ways);
  if (other === undefined) return undefined;
  const again = readDayText(other);
  return again.ok ? again.value : undefined;
}

function otherSpelling(text: string, { readsSerials, shortYears }: Ways): string | undefined {
  if (readsSerials && /^\d{5}$/u.test(text)) return serialText(Number(text));
  const short = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{1,2})$/u.exec(text);
  if (short === null || shortYears === 'unread') return undefined;
  const [year = '', month = '', day = ''] = short.slice(1);
  return shortYears === 'reiwa'
    ? `R${year}.${month}.${day}`
    : `20${year.padStart(2, '0')}/${month}/${day}`;
}
