import { dutyIds, dutyTitles } from '@kanribo/annex';
import { type JsonValue, type Moment, momentOf } from '@kanribo/kernel';
import { readDayText } from '../../../ui/date-field.tsx';
import type { DeclaredField } from '../../../ui/case-form/declared.ts';
import { readDraft } from '../../../ui/case-form/draft.ts';
import { messages as words } from '../../../ui/messages.ts';
import { readTime } from '../../../ui/moment-text.ts';
import { messages } from './messages.ts';
import { plainName, plainWords } from './plain-words.ts';
import { serialText } from './serial-day.ts';
import { uncounted } from './table-file.ts';

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
  const broken = formulaProblem(text);
  if (broken !== undefined) return wrong(broken);
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
    case 'duties':
      return readDuties(text);
    default:
      return asTyped(field, text);
  }
}

/** What a spreadsheet shows where a formula has gone wrong. */
const formulaErrors = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
]);

/** What is wrong with a cell whose formula gave nothing; undefined where it gave something. */
export function formulaProblem(text: string): string | undefined {
  if (text === uncounted) return messages.uncounted;
  return formulaErrors.has(text) ? messages.formulaError(text) : undefined;
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

const dutiesByName: ReadonlyMap<string, string> = new Map(
  dutyIds.flatMap((id) => [
    [plainWords(dutyTitles[id]), id] as const,
    [plainWords(id), id] as const,
  ]),
);

/** Duties by their titles, between commas or lines; a title with a comma of its own is one. */
function readDuties(text: string): ReadCell {
  const whole = dutiesByName.get(plainWords(text));
  if (whole !== undefined) return valueOf([whole]);
  const ids: string[] = [];
  for (const name of text.split(/[、,，;；\n]/u).map((one) => one.trim())) {
    if (name === '') continue;
    const id = dutiesByName.get(plainWords(name));
    if (id === undefined) return wrong(messages.unknownDuty(name));
    if (!ids.includes(id)) ids.push(id);
  }
  return valueOf(ids);
}

const dayAndTime =
  /^(.*\S)[\s　T]+((?:(?:午前|午後|[AP]M)\s*)?\d{1,2}(?::|時)(?:\d{1,2})?(?::\d{2})?分?(?:\s*[AP]M)?)$/iu;

/** When a step happened, of its day and, where a column has it, its time. */
export function readMomentCells(day: string, time: string, ways: Ways): Moment | undefined {
  const [date, beside] = partedDay(day, ways);
  const said = time.trim() === '' ? beside : time;
  const clock = readTime(said === '' ? ways.timeInstead : plainTime(said));
  const read = dayText(withoutWeekday(date), ways);
  if (read === undefined || clock === undefined) return undefined;
  return momentOf(Date.parse(`${read}T${clock}:00+09:00`));
}

/** A day and the time beside it in its cell; a day kept as a number may hold one too. */
function partedDay(day: string, { readsSerials }: Ways): readonly [date: string, time: string] {
  const plain = day.normalize('NFKC').trim();
  const isSerial = readsSerials && /^\d{5}\.\d+$/u.test(plain);
  const shown = isSerial ? (serialText(Number(plain)) ?? plain) : plain;
  const parted = dayAndTime.exec(shown);
  return parted === null ? [isSerial ? shown : day, ''] : [parted[1] ?? day, parted[2] ?? ''];
}

/** Whether the cells of a day and a time say a time at all. */
export const statesTime = (day: string, time: string, ways: Ways): boolean =>
  time.trim() !== '' || partedDay(day, ways)[1] !== '';

/**
 * A time as a clock shows it: seconds are left out, halves of the day added, and one kept as part of
 * a day is counted out.
 */
function plainTime(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const part = /^0?\.\d+$/u.test(plain) ? serialText(Number(plain)) : undefined;
  if (part !== undefined) return part;
  const found = halfDayTime.exec(plain.replace(/^(.*\d{1,2}:\d{2}):\d{2}(.*)$/u, '$1$2'))?.groups;
  if (found === undefined) return plain;
  const { before = '', hour = '', minute = '00', after = '' } = found;
  const isLater = /^(?:午後|PM)$/iu.test(before + after) && Number(hour) < 12;
  const isMidnight = /^(?:午前|AM)$/iu.test(before + after) && Number(hour) === 12;
  const counted = isMidnight ? 0 : Number(hour) + (isLater ? 12 : 0);
  return `${counted}:${minute.padStart(2, '0')}`;
}

const halfDayTime =
  /^(?<before>午前|午後|[AP]M)?\s*(?<hour>\d{1,2})(?::|時)(?<minute>\d{1,2})?分?\s*(?<after>[AP]M)?$/iu;

const withoutWeekday = (text: string): string =>
  text
    .trim()
    .replace(/[（(][日月火水木金土祝・]+(?:曜日?)?[）)]$/u, '')
    .replace(/\s*[日月火水木金土]曜日?$/u, '');

function dayText(text: string, ways: Ways): string | undefined {
  const plain = withoutWeekday(text).replace(/[\s　]+0{1,2}:00(?::00)?$/u, '');
  const read = readDayText(plain);
  if (read.ok) return read.value;
  const other = otherSpelling(plain.normalize('NFKC').trim(), ways);
  if (other === undefined) return undefined;
  const again = readDayText(other);
  return again.ok ? again.value : undefined;
}

const eraNames: Readonly<Record<string, string>> = {
  令: '令和',
  平: '平成',
  昭: '昭和',
  大: '大正',
  明: '明治',
};

function otherSpelling(text: string, { readsSerials, shortYears }: Ways): string | undefined {
  const era = /^[令平昭大明](?=[\d元])/u.exec(text)?.[0];
  if (era !== undefined) return `${eraNames[era] ?? era}${text.slice(1)}`;
  if (readsSerials && /^\d{5}$/u.test(text)) return serialText(Number(text));
  const short = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{1,2})$/u.exec(text);
  if (short === null || shortYears === 'unread') return undefined;
  const [year = '', month = '', day = ''] = short.slice(1);
  return shortYears === 'reiwa'
    ? `R${year}.${month}.${day}`
    : `20${year.padStart(2, '0')}/${month}/${day}`;
}
