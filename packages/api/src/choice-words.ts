import { formatEra, parseDay } from '@kanribo/kernel';
import type { LineChoice } from './choose-lines.ts';
import type { DeclarationAnswer } from './declarations.ts';
import { lineMarks } from './line-choice.ts';
import type { ThingChoice } from './thing-choice.ts';

/** What lines were chosen by and how they are ordered, in Japanese; empty where by nothing. */
export function wordsOfChoice(
  { fields, steps }: DeclarationAnswer,
  choice: LineChoice,
  nameOf: (id: string) => string,
): string {
  const { status, from, until, person, mark, text, sort, order = 'desc' } = choice;
  const title = steps.find(({ name, to }) => name === status || to === status)?.title ?? status;
  const field = fields.find(({ name }) => name === sort)?.label ?? sortTitles.get(sort ?? '');
  return [
    ...(status === undefined ? [] : [`状態「${title}」`]),
    ...(from === undefined ? [] : [`${eraOf(from)}から`]),
    ...(until === undefined ? [] : [`${eraOf(until)}まで`]),
    ...(person === undefined ? [] : [`人「${nameOf(person)}」`]),
    ...(mark === undefined ? [] : [`印「${lineMarks[mark]}」`]),
    ...(text === undefined ? [] : [`「${text}」を含む`]),
    ...(field === undefined ? [] : [`${field}の${order === 'asc' ? '昇順' : '降順'}`]),
  ].join('、');
}

/** What things were chosen by and how they are ordered, in Japanese; empty where by nothing. */
export function wordsOfThingChoice(
  { state, kind, place, custodian, text, sort, order = 'desc' }: ThingChoice,
  kinds: Readonly<Record<string, string>>,
  nameOf: (id: string) => string,
): string {
  return [
    ...(state === undefined ? [] : [`所在「${thingStateTitles[state]}」`]),
    ...(kind === undefined ? [] : [`種別「${kinds[kind] ?? kind}」`]),
    ...(place === undefined ? [] : [`場所「${nameOf(place)}」`]),
    ...(custodian === undefined ? [] : [`保管する人「${nameOf(custodian)}」`]),
    ...(text === undefined ? [] : [`「${text}」を含む`]),
    ...(sort === undefined
      ? []
      : [`${thingSortTitles[sort]}の${order === 'asc' ? '昇順' : '降順'}`]),
  ].join('、');
}

/** What the states of things are called. */
export const thingStateTitles = {
  here: '手元にある',
  out: '外にある',
  overdue: '外にあり期限超過',
  ended: '返却・廃棄した',
} as const;

const thingSortTitles = {
  number: '番号',
  thing: '物',
  kind: '種別',
  status: '所在',
  place: '場所',
  custodian: '保管する人',
  under: '根拠となる記録',
} as const;

const sortTitles: ReadonlyMap<string, string> = new Map([
  ['number', '番号'],
  ['occurred', '日時'],
  ['status', '状態'],
  ['marks', '印'],
]);

function eraOf(text: string): string {
  const day = parseDay(text);
  return day.ok ? formatEra(day.value) : text;
}
