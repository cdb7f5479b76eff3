import {
  type Day,
  Draft,
  type Moment,
  type Table,
  emptyTable,
  midnightAfter,
} from '@kanribo/kernel';
import { type Case, caseBefore } from './case.ts';

/**
 * The state of one contract, folded from its register. A value: every version stays as it is.
 * Ids are `<declaration>-<n>`, so a count for each declaration names all its cases in order.
 */
export interface Contract {
  /** How many entries of the register it was folded from. */
  readonly size: number;
  /** `recordedAt` of the last entry. */
  readonly recordedAt: Moment | null;
  readonly cases: Table<Case>;
  /** The last entry of the log about itself (封緘・再開・消去), which no case holds. */
  readonly logged: Logged | null;
  readonly counts: Table<number>;
  /** Ids of the cases of a declaration that have not come to their end. */
  readonly open: Table<Table<true>>;
  /** By declaration, the last time one of its cases came to its end. */
  readonly ended: Table<Ended>;
  /** By declaration, the last time one of its cases was struck out. */
  readonly voided: Table<Ended>;
  /** By declaration and field (`indexName`), the last mention of each value it ever had. */
  readonly index: Table<Table<Mention>>;
}

/** An entry of the log about itself, and the one before it. */
interface Logged {
  readonly sequence: number;
  readonly recordedAt: Moment;
  readonly earlier: Logged | null;
}

/** One time a case came to its end, and the time before it in the order of record. */
interface Ended {
  readonly id: string;
  readonly sequence: number;
  readonly recordedAt: Moment;
  readonly earlier: Ended | null;
}

/** A case that was given a value, and the one that was given it before. */
export interface Mention {
  readonly id: string;
  readonly earlier: Mention | null;
}

/** A contract of which nothing is known yet. */
export function emptyContract(): Contract {
  return {
    size: 0,
    recordedAt: null,
    logged: null,
    cases: emptyTable(),
    counts: emptyTable(),
    open: emptyTable(),
    ended: emptyTable(),
    voided: emptyTable(),
    index: emptyTable(),
  };
}

/** A copy of a contract that `evolve` changes in place until it is sealed, for a long fold. */
export function draftOf(contract: Contract): {
  readonly state: Contract;
  readonly seal: () => void;
} {
  const draft = new Draft();
  const state = {
    ...contract,
    cases: contract.cases.draft(draft),
    counts: contract.counts.draft(draft),
    open: draftOfEach(contract.open, draft),
    ended: contract.ended.draft(draft),
    voided: contract.voided.draft(draft),
    index: draftOfEach(contract.index, draft),
  };
  return { state, seal: () => draft.seal() };
}

function draftOfEach<V>(tables: Table<Table<V>>, draft: Draft): Table<Table<V>> {
  const drafted = tables.draft(draft);
  for (const [key, table] of tables) drafted.set(key, table.draft(draft));
  return drafted;
}

/** Where the values of a declaration's field are found in the index. */
export function indexName(declaration: string, field: string): string {
  const known = indexNames.get(declaration) ?? new Map<string, string>();
  const name = known.get(field) ?? `${declaration} ${field}`;
  if (!known.has(field)) indexNames.set(declaration, known.set(field, name));
  return name;
}

/** Each name is made once: a text that was just put together is slow to be found by. */
const indexNames = new Map<string, Map<string, string>>();

/** The case of this id. */
export function caseOf(contract: Contract, id: string): Case | undefined {
  return contract.cases.get(id);
}

/** How many cases of a declaration there are. */
export function countOfCases(contract: Contract, declaration: string): number {
  return contract.counts.get(declaration) ?? 0;
}

/** Which part of a list is asked for: so many after a case, from the first where it is left out. */
export interface Page {
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** All cases of a declaration, or a page of them, oldest first; those struck out are among them. */
export function* casesOf(
  contract: Contract,
  declaration: string,
  { after, limit = Infinity }: Page = {},
): Generator<Case> {
  const start = after === undefined ? 0 : numberOf(after);
  const end = Math.min(countOfCases(contract, declaration), start + limit);
  for (let number = start + 1; number <= end; number += 1) {
    const found = contract.cases.get(`${declaration}-${number}`);
    if (found !== undefined) yield found;
  }
}

/** The last case of a page where others follow; null where none does. */
export function pageEnd(contract: Contract, declaration: string, page: Page): string | null {
  const { after, limit = Infinity } = page;
  const last = (after === undefined ? 0 : numberOf(after)) + limit;
  return last < countOfCases(contract, declaration) ? `${declaration}-${last}` : null;
}

/** Which of its declaration's cases an id names; 0 for what is no id. */
function numberOf(id: string): number {
  const digits = /-(\d+)$/.exec(id)?.[1];
  return Number(digits ?? 0);
}

/** The cases of a declaration that have not come to their end, as known now. */
export function* openCasesOf(contract: Contract, declaration: string): Generator<Case> {
  for (const id of contract.open.get(declaration)?.keys() ?? []) {
    const found = contract.cases.get(id);
    if (found !== undefined) yield found;
  }
}

/** All cases of a declaration, or a page of them, as a day's end found them by what had happened. */
export function* casesOn(
  contract: Contract,
  declaration: string,
  day: Day,
  page: Page = {},
): Generator<Case> {
  const end = midnightAfter(day);
  for (const found of casesOf(contract, declaration, page)) {
    const standing = caseBefore(found, end);
    if (standing !== undefined) yield standing;
  }
}
