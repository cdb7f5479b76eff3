import { type Day, type Moment, type Table, emptyTable } from '@kanribo/kernel';
import { type Case, caseOn } from './case.ts';

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
  readonly counts: Table<number>;
  /** Ids of the cases of a declaration that have not come to their end. */
  readonly open: Table<Table<true>>;
}

/** A contract of which nothing is known yet. */
export function emptyContract(): Contract {
  return {
    size: 0,
    recordedAt: null,
    cases: emptyTable(),
    counts: emptyTable(),
    open: emptyTable(),
  };
}

/** The case of this id. */
export function caseOf(contract: Contract, id: string): Case | undefined {
  return contract.cases.get(id);
}

/** All cases of a declaration, oldest first. */
export function* casesOf(contract: Contract, declaration: string): Generator<Case> {
  const total = contract.counts.get(declaration) ?? 0;
  for (let number = 1; number <= total; number += 1) {
    const found = contract.cases.get(`${declaration}-${number}`);
    if (found !== undefined) yield found;
  }
}

/** The cases of a declaration that have not come to their end, as known now. */
export function* openCasesOf(contract: Contract, declaration: string): Generator<Case> {
  for (const id of contract.open.get(declaration)?.keys() ?? []) {
    const found = contract.cases.get(id);
    if (found !== undefined) yield found;
  }
}

/** All cases of a declaration as they stood at the end of a day by what had happened. */
export function* casesOn(contract: Contract, declaration: string, day: Day): Generator<Case> {
  for (const found of casesOf(contract, declaration)) {
    const standing = caseOn(found, day);
    if (standing !== undefined) yield standing;
  }
}
