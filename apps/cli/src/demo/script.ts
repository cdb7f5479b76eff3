import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Clock } from '@kanribo/application';
import { type Day, dayOf, parseContractId, parseDay } from '@kanribo/kernel';
import { CliFault } from '../cli-fault.ts';
import { platform } from '../platform.ts';
import type { Arguments } from '../terminal/arguments.ts';
import { castFrom, requireInOffice } from './cast.ts';
import { type List, firstDayBefore, peopleFrom, requirePast } from './first-day.ts';
import { readPeople } from './people.ts';
import type { Script } from './play.ts';
import { type TextFile, readTextFile } from '../read-text.ts';

/** A story as a command line orders it; nothing of it is made yet. */
export interface StoryOrder {
  readonly list: List;
  readonly annex: TextFile;
  readonly subcontract: string;
  readonly form: Uint8Array;
  /** The number of the story; undefined where any will do. */
  readonly seed: string | undefined;
  /** The first day, where it does not hang on what day it is. */
  readonly date: Day | undefined;
  /** Whether the contract stays for people to go on with, so that its days have to be past. */
  readonly isKept: boolean;
  readonly today: Day;
}

/** The first day of a story that is told once. */
const usualFirstDay = '2026-04-01';

const sample = (name: string) =>
  fileURLToPath(new URL(`../../../../samples/${name}`, import.meta.url));

/**
 * Reads the order of a story and the files it names.
 * @throws {CliFault} `usage`.
 */
export async function readStoryOrder(
  given: Arguments,
  clock: Clock = platform.clock,
): Promise<StoryOrder> {
  const [annexFile, peopleFile] = [given.optional('annex'), given.optional('people')];
  const annex = await readTextFile(
    annexFile === undefined ? sample('annex.txt') : given.path(annexFile),
  );
  const path = peopleFile === undefined ? sample('people.csv') : given.path(peopleFile);
  const people = readPeople((await readTextFile(path)).text, path);
  castFrom(people);
  const seed = given.optional('seed');
  if (seed !== undefined && !/^[0-9]{1,9}$/.test(seed)) {
    throw new CliFault('usage', '--seed は9桁までの数字です。');
  }
  const order = {
    list: { people, isSample: peopleFile === undefined },
    annex,
    subcontract: (await readTextFile(sample('subcontract.txt'))).text,
    form: new Uint8Array(await readFile(sample('manager-form.docx'))),
    seed,
    date: dateOf(given),
    isKept: !given.has('once'),
    today: dayOf(clock.now()),
  };
  scriptFrom(order, firstDayOf(order));
  return order;
}

function dateOf(given: Arguments): Day | undefined {
  const date = given.optional('date') ?? (given.has('once') ? usualFirstDay : undefined);
  if (date === undefined) return undefined;
  const day = parseDay(date);
  if (day.ok) return day.value;
  throw new CliFault('usage', '--date は 2026-04-01 の形で指定してください。');
}

/** The first day of the story where it has not been told yet. */
export const firstDayOf = ({ date, today }: StoryOrder): Day => date ?? firstDayBefore(today);

/**
 * What the story is told with from its first day on.
 * @throws {CliFault} `usage` where the people cannot take their parts, or its days are yet to come.
 */
export function scriptFrom(order: StoryOrder, first: Day): Script {
  const { list, annex, subcontract, form, date, isKept, today } = order;
  if (isKept) requirePast(first, today);
  const people = date === undefined ? peopleFrom(list, first) : list.people;
  requireInOffice(castFrom(people), first);
  return { annex, people, subcontract, form, isKept };
}

/**
 * The id of the contract of a story.
 * @throws {CliFault} `usage`.
 */
export function contractOf(seed: string) {
  const id = parseContractId(`sample-${seed}`);
  if (id.ok) return id.value;
  throw new CliFault('usage', '--seed を確かめてください。');
}
